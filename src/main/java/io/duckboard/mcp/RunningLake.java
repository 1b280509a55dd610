package io.duckboard.mcp;

import io.duckboard.database.socket.HomeCall;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The app that runs in a home, which answers an agent's messages with its limits, and records them. */
public final class RunningLake {

    private final HomeCall app;
    private final Optional<String> token;

    private RunningLake(HomeCall app, Optional<String> token) {
        this.app = app;
        this.token = token;
    }

    /**
     * Returns the app; empty if none runs there, or it runs over another lake.
     *
     * @param token by which to ask; empty for this account itself
     */
    public static Optional<RunningLake> in(Path home, String lake, Optional<String> function, Optional<String> token) {
        return HomeCall.to(home)
                .filter(app -> {
                    Map<String, Object> of = app.ask(McpAnswers.LAKE, Map.of());
                    return lake.equals(of.get("lake")) && function.equals(Optional.ofNullable(of.get("function")));
                })
                .map(app -> new RunningLake(app, token));
    }

    /** Returns the answer to a message, a line of JSON; empty if it wants none. */
    public Optional<String> answer(String message) {
        var question = new HashMap<String, @Nullable Object>();
        question.put("message", message);
        question.put("token", token.orElse(null));
        return Optional.ofNullable(app.ask(McpAnswers.MESSAGE, question).get("message"))
                .map(String::valueOf);
    }
}
