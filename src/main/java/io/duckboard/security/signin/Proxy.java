package io.duckboard.security.signin;

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

    Proxy(@Value("${duckboard.proxy:}") String address) {
        this.address = address.strip();
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
