package io.duckboard.mcp;

import io.duckboard.security.Asker;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Messages that come as lines: from standard input, or from another process of this account. */
public final class MessageLines {

    private final Handled handled = new Handled();

    public MessageLines(LakeServer server) {
        server.serve(handled);
    }

    /**
     * Answers a message.
     *
     * @param asker whoever sends it
     * @param message a line of JSON
     * @return the answer, a line of JSON; empty if the message wants none
     */
    public Optional<String> answer(Asker asker, String message) {
        McpTransportContext context = LakeServer.context(asker);
        try {
            return switch (McpSchema.deserializeJsonRpcMessage(McpJsonDefaults.getMapper(), message)) {
                case JSONRPCRequest request ->
                    Optional.of(written(
                            handled.handler().handleRequest(context, request).block()));
                case JSONRPCNotification notification -> {
                    handled.handler().handleNotification(context, notification).block();
                    yield Optional.empty();
                }
                case JSONRPCResponse _ -> Optional.empty();
                default -> Optional.of(noMessage());
            };
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(noMessage());
        }
    }

    private static String noMessage() {
        return "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":" + ErrorCodes.PARSE_ERROR
                + ",\"message\":\"This is no message of JSON-RPC.\"}}";
    }

    private static String written(@Nullable JSONRPCResponse response) throws IOException {
        return McpJsonDefaults.getMapper().writeValueAsString(response);
    }

    /** Has no connection of its own: a message is handed over, and its answer is returned. */
    private static final class Handled implements McpStatelessServerTransport {

        private volatile @Nullable McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler handler) {
            this.handler = handler;
        }

        McpStatelessServerHandler handler() {
            return Objects.requireNonNull(handler);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }
}
