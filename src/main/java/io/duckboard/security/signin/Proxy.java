package io.duckboard.security.signin;

import io.duckboard.engine.failure.FailureException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Believes the one proxy that is named what it says of a request: from where it comes, and by which address it was
 * asked for. What others say of themselves is nothing.
 */
@Component
@Conditional(SignInIsOn.class)
final class Proxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String address;

    /** @throws FailureException if there is no such address */
    Proxy(@Value("${duckboard.proxy:}") String named) {
        this.address = named.isBlank() ? "" : address(named.strip());
    }

    /** The server names a caller by the address, written in one of the ways in which it can be written. */
    private static String address(String named) {
        try {
            return InetAddress.getByName(named).getHostAddress();
        } catch (UnknownHostException e) {
            throw new FailureException(
                    "DUCKBOARD_PROXY names no address: " + named + ".",
                    "Set it to the address from which the proxy calls Duckboard.",
                    e);
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        if (!address.isEmpty()) {
            var valve = new RemoteIpValve();
            valve.setInternalProxies(Pattern.quote(address));
            valve.setProtocolHeader("X-Forwarded-Proto");
            valve.setHostHeader("X-Forwarded-Host");
            valve.setPortHeader("X-Forwarded-Port");
            tomcat.addEngineValves(valve);
        }
    }
}
