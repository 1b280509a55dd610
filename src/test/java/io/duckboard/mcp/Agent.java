package io.duckboard.mcp;

import io.duckboard.engine.protocol.CallerId;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.security.Way;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agent that sends messages one by one, and reads what comes back. */
final class Agent {

    private final MessageLines lines;
    private final Asker asker;
    private final AtomicInteger ids = new AtomicInteger();

    Agent(MessageLines lines, Role role) {
        this.lines = lines;
        this.asker = new Asker(new Owner("agent"), "agent", role, CallerId.random(), new Origin("", Way.MCP));
    }

    Asker asker() {
        return asker;
    }

    /** Returns the result, or the error, of a request. */
    JsonNode send(String method, Map<String, ?> parameters) {
        String message = ToolJson.of(
                Map.of("jsonrpc", "2.0", "id", ids.incrementAndGet(), "method", method, "params", parameters));
        return JsonMapper.shared().readTree(lines.answer(asker, message).orElseThrow());
    }

    /** Returns the result of a tool as it stands in the message. */
    JsonNode call(String tool, Map<String, ?> arguments) {
        return send("tools/call", Map.of("name", tool, "arguments", arguments)).path("result");
    }

    /** Returns the one text that a tool gives back. */
    String text(String tool, Map<String, ?> arguments) {
        return call(tool, arguments).path("content").path(0).path("text").stringValue();
    }

    /** Returns what a tool gives back, which must be no error. */
    JsonNode answer(String tool, Map<String, ?> arguments) {
        JsonNode result = call(tool, arguments);
        if (result.path("isError").booleanValue()) {
            throw new AssertionError(result.toString());
        }
        return JsonMapper.shared()
                .readTree(result.path("content").path(0).path("text").stringValue());
    }

    /** Returns why a tool gives nothing back. */
    String refusal(String tool, Map<String, ?> arguments) {
        JsonNode result = call(tool, arguments);
        if (!result.path("isError").booleanValue()) {
            throw new AssertionError(result.toString());
        }
        return result.path("content").path(0).path("text").stringValue();
    }

    /** Returns the contents of a resource. */
    JsonNode read(String uri) {
        return JsonMapper.shared()
                .readTree(send("resources/read", Map.of("uri", uri))
                        .path("result")
                        .path("contents")
                        .path(0)
                        .path("text")
                        .stringValue());
    }

    static List<String> names(JsonNode list) {
        return list.valueStream().map(entry -> entry.path("name").stringValue()).toList();
    }
}
