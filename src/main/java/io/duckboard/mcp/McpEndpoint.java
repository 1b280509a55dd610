package io.duckboard.mcp;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.http.HttpProblem;
import io.duckboard.security.Asker;
import io.duckboard.security.Asking;
import io.duckboard.security.Place;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * Answers agents over HTTP (streamable HTTP, without sessions and without streams). Nothing of the protocol's library is
 * loaded before the first message.
 */
final class McpEndpoint extends HttpServlet {

    static final String ADDRESS = "/mcp";

    private static final long serialVersionUID = 1L;

    /** The longest SQL that the engine takes, however it is escaped. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final transient Supplier<HttpServletStatelessServerTransport> messages;

    McpEndpoint(Supplier<LakeServer> server) {
        this.messages = SingletonSupplier.of(() -> {
            var transport = HttpServletStatelessServerTransport.builder()
                    .messageEndpoint(ADDRESS)
                    .contextExtractor(_ -> LakeServer.context(Asking.now().orElseThrow()))
                    .maxRequestSize(MOST_BYTES)
                    .build();
            server.get().serve(transport);
            return transport;
        });
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Asker> asker = Asking.now();
        if (asker.isEmpty()) {
            HttpProblem.of(401, ErrorCode.NOT_ALLOWED, "A token is needed here.", "Send one with the message.")
                    .write(response);
        } else if (!asker.get().may(Place.MCP)) {
            HttpProblem.of(
                            403,
                            ErrorCode.NOT_ALLOWED,
                            asker.get().refusal(),
                            asker.get().refusalHint())
                    .write(response);
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            HttpProblem.of(405, ErrorCode.INVALID_REQUEST, "Messages come by POST.", "There is no stream to listen to.")
                    .write(response);
        } else {
            messages.get().service(request, response);
        }
    }
}
