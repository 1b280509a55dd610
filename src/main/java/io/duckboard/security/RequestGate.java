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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Before everything else, push included: lets in who asks for this app by a name of it, and what its own pages ask. A page
 * of another site may have its name stand for this machine, or send forms and open sockets to it; it cannot choose the
 * Host and Origin that a browser sends.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestGate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** They change nothing, and a browser sends no Origin with them. */
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Another port of this machine is of the same site, and not of the same origin. */
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

    private static final String BEARER = "bearer ";

    /** Other protocols that a client offers to go on by, such as h2c, are not taken. */
    private static final String SOCKET = "websocket";

    /** What an origin leaves away, and some proxies do not. */
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
     * By a page of another site for itself: as a script, a picture, in a frame or by fetch. A link to a page of ours is
     * followed: it runs nothing, and opens a tab at most. Browsers say so of every address on this machine and by https.
     */
    private static boolean isFetchedElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && ELSEWHERE.contains(site) && !"document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean isUpgrade(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Upgrade")).stream()
                .anyMatch(protocols -> protocols.toLowerCase(Locale.ROOT).contains(SOCKET));
    }

    /** Every browser says where a change comes from; a program has no cookies, and a token that it was given. */
    private static boolean isOfAProgram(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return request.getHeader("Cookie") == null
                && authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
    }

    /**
     * The very place that was asked; or, where a proxy asks in another name, one that the app was told of. On the same name
     * another port is another's.
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
