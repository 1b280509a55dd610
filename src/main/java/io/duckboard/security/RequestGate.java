package io.duckboard.security;

import io.duckboard.engine.local.ServedHosts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Runs before everything else, push included. It lets in only requests that call the app by one of its names and do not
 * come from a page of another site. Such a page may rebind its own name to this machine, send forms to the app or open
 * sockets to it, but it cannot choose the Host and Origin that a browser sends.
 */
@Component
@EnableConfigurationProperties(HostSettings.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestGate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** These methods change nothing, and a browser sends no Origin with them. */
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Another port of this machine belongs to the same site, but not to the same origin. */
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

    private static final String BEARER = "bearer ";

    /** There a cookie opens nothing, so a program that has forgotten its token hears of that. */
    private static final List<String> OF_PROGRAMS = List.of("/api/", "/mcp");

    /** The app does not accept other protocols that a client offers to switch to, such as h2c. */
    private static final String SOCKET = "websocket";

    /** An origin omits the default port, but some proxies do not. */
    private static final Map<String, String> PORTS = Map.of("http", ":80", "https", ":443");

    private final transient ServedHosts hosts;
    private final transient HostSettings settings;

    RequestGate(@Value("${server.address}") String address, HostSettings settings) throws UnknownHostException {
        this.hosts = new ServedHosts(address, settings.hosts());
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.set(response);
        if (!hosts.serve(request.getHeader("Host"))) {
            refuse(
                    response,
                    "Duckboard is not asked for by this name. If it is one of this machine's, start it with DUCKBOARD_HOSTS=NAME.");
        } else if (!isOfThisSite(request)) {
            refuse(response, "Duckboard takes this from its own pages alone.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOfThisSite(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) && !isUpgrade(request)) {
            return !isFetchedElsewhere(request);
        }
        String origin = request.getHeader("Origin");
        return origin == null ? isOfAProgram(request) : isOurs(origin, request.getHeader("Host"));
    }

    /**
     * Whether a page of another site fetches this for itself: as a script, as a picture, in a frame or by fetch. Links
     * to the app's pages are followed, because a link runs nothing and at most opens a tab. Browsers send this header
     * to every address on this machine and over https.
     */
    private static boolean isFetchedElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && ELSEWHERE.contains(site) && !"document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean isUpgrade(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Upgrade")).stream()
                .anyMatch(protocols -> protocols.toLowerCase(Locale.ROOT).contains(SOCKET));
    }

    /** Every browser says where a change comes from. A program sends no cookies, but a token that it was given. */
    private static boolean isOfAProgram(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return OF_PROGRAMS.stream().anyMatch(request.getServletPath()::startsWith)
                || (request.getHeader("Cookie") == null
                        && authorization != null
                        && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER));
    }

    /**
     * Whether the origin is exactly the host that was asked or, if a proxy asks under another name, one of the
     * configured hosts. Another port of the same name belongs to someone else.
     */
    private boolean isOurs(String origin, @Nullable String host) {
        int scheme = origin.indexOf("://");
        if (scheme <= 0 || host == null) {
            return false;
        }
        String place = origin.substring(scheme + "://".length()).toLowerCase(Locale.ROOT);
        String asked = host.toLowerCase(Locale.ROOT);
        String port = PORTS.getOrDefault(origin.substring(0, scheme).toLowerCase(Locale.ROOT), "");
        return place.equals(asked)
                || (place + port).equals(asked)
                || (settings.hosts().contains(name(place)) && !name(place).equals(name(asked)));
    }

    private static String name(String place) {
        return place.replaceFirst(":\\d+$", "");
    }

    private static void refuse(HttpServletResponse response, String reason) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().println(reason);
    }
}
