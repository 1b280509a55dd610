package io.duckboard.engine.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformJson;
import io.duckboard.engine.protocol.TransformRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The transform function's handler, called as Lambda calls it but in this process. */
final class TransformInProcess {

    private final Log log = new Log();
    private final RequestStreamHandler handler;

    TransformInProcess(EngineSettings settings) {
        this(settings, Clock.systemUTC());
    }

    TransformInProcess(EngineSettings settings, Clock clock) {
        this(new TransformHandler(settings, clock));
    }

    TransformInProcess(RequestStreamHandler handler) {
        this.handler = handler;
    }

    static Node.Model table(String name, String sql, String... dependsOn) {
        return model(name, Materialization.TABLE, sql, dependsOn);
    }

    static Node.Model view(String name, String sql, String... dependsOn) {
        return model(name, Materialization.VIEW, sql, dependsOn);
    }

    static Node.Model external(String name, String copyTo, String sql, String... dependsOn) {
        return new Node.Model(
                name,
                Materialization.EXTERNAL,
                sql,
                List.of(dependsOn),
                List.of(),
                List.of(),
                Optional.of(copyTo),
                "",
                Map.of());
    }

    static Node.Model partitioned(String name, String column, String sql) {
        return new Node.Model(
                name,
                Materialization.TABLE,
                sql,
                List.of(),
                List.of(),
                List.of(column),
                Optional.empty(),
                "",
                Map.of());
    }

    static Node.Test test(String name, String sql, String... dependsOn) {
        return new Node.Test(name, sql, List.of(dependsOn), Node.Severity.ERROR);
    }

    private static Node.Model model(String name, Materialization materialization, String sql, String... dependsOn) {
        return new Node.Model(
                name,
                materialization,
                sql,
                List.of(dependsOn),
                List.of("numbers"),
                List.of(),
                Optional.empty(),
                "",
                Map.of("n", "a number"));
    }

    Log log() {
        return log;
    }

    TransformAnswer send(TransformRequest request) {
        return TransformJson.answer(send(TransformJson.write(request)));
    }

    TransformAnswer send(String event) {
        return TransformJson.answer(send(event.getBytes(StandardCharsets.UTF_8)));
    }

    BuiltModel build(UUID run, Node.Model model, BuiltModel... built) {
        return switch (send(new TransformRequest.Materialize(run, model, List.of(built)))) {
            case TransformAnswer.Built(var made, var elapsed) -> made;
            case TransformAnswer other -> throw new AssertionError(other.toString());
        };
    }

    TestOutcome check(Node.Test test, BuiltModel... built) {
        return switch (send(new TransformRequest.Check(UUID.randomUUID(), test, List.of(built)))) {
            case TransformAnswer.Tested(var outcome, var elapsed) -> outcome;
            case TransformAnswer other -> throw new AssertionError(other.toString());
        };
    }

    TransformAnswer.Published publish(UUID run, BuiltModel... built) {
        return switch (send(new TransformRequest.Publish(run, Instant.now(), List.of(built)))) {
            case TransformAnswer.Published published -> published;
            case TransformAnswer other -> throw new AssertionError(other.toString());
        };
    }

    /** Builds and publishes one model in a run of its own. */
    BuiltModel publish(Node.Model model) {
        UUID run = UUID.randomUUID();
        BuiltModel built = build(run, model);
        publish(run, built);
        return built;
    }

    TransformAnswer.Ran run(Node... nodes) {
        return switch (send(new TransformRequest.Run(UUID.randomUUID(), new CompiledPlan("project", List.of(nodes))))) {
            case TransformAnswer.Ran ran -> ran;
            case TransformAnswer other -> throw new AssertionError(other.toString());
        };
    }

    Problem problem(TransformRequest request) {
        return switch (send(request)) {
            case TransformAnswer.Failed(var problem) -> problem;
            case TransformAnswer other -> throw new AssertionError(other.toString());
        };
    }

    private byte[] send(byte[] event) {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, log.context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toByteArray();
    }
}
