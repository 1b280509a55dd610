package io.duckboard.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tells whether a client still waits for its answer, which the servlet API does not: it only says so when something is
 * written. It also has addresses with an encoded slash come through, as a table's name may have one.
 */
@Component
final class Clients implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String REQUEST = Clients.class.getName();

    /**
     * What {@code Http11InputBuffer.available} says where reading fails, as it does at the end of the stream. A further
     * request that the client has sent already has more bytes.
     */
    private static final int ENDED = 1;

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addEngineValves(new Remembering());
        tomcat.addConnectorCustomizers(connector -> connector.setEncodedSolidusHandling("passthrough"));
    }

    /**
     * Whether the client has closed the connection. Called by the request's own thread, once the body is read. It does
     * not wait.
     */
    static boolean isGone(HttpServletRequest request) {
        if (request.getAttribute(REQUEST) instanceof org.apache.coyote.Request connection) {
            connection.action(ActionCode.AVAILABLE, true);
            return connection.getAvailable() == ENDED;
        }
        return false;
    }

    private static final class Remembering extends ValveBase {

        Remembering() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(REQUEST, request.getCoyoteRequest());
            getNext().invoke(request, response);
        }
    }
}
