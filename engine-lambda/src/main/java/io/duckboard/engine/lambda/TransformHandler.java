package io.duckboard.engine.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.protocol.InvalidRequestException;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformJson;
import io.duckboard.engine.protocol.TransformRequest;
import io.duckboard.engine.transform.Transform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The function {@code duckboard-transform}. It builds and tests models, and publishes what a run has built. A failure
 * has a normal answer with {@code errorMessage} and {@code error}, as for a query.
 */
public final class TransformHandler implements RequestStreamHandler, Reusable, AutoCloseable {

    private final Engine engine;
    private final Transform transform;
    private final Watchdog watchdog;

    /** Lambda calls this constructor. All settings are in the environment. */
    public TransformHandler() {
        this(System.getenv(), Clock.systemUTC());
    }

    /**
     * @param environment as Lambda provides it
     * @param clock determines the age of files
     * @throws IllegalArgumentException with a sentence that says which variable is wrong
     */
    public TransformHandler(Map<String, String> environment, Clock clock) {
        this(EngineSettings.from(environment), clock);
        engine.prime();
    }

    TransformHandler(EngineSettings settings, Clock clock) {
        this.engine = Engine.of(settings, clock);
        this.transform = new Transform(settings.models(clock), settings.rise(), clock);
        this.watchdog = new Watchdog(settings.cancelMarkers(clock), Runtime.getRuntime()::halt);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(TransformJson.write(answer(event, context)));
    }

    @Override
    public boolean isReusable() {
        return engine.isFit();
    }

    /** For code that runs the handler in its own process. Otherwise the end of the worker has the same effect. */
    @Override
    public void close() throws SQLException, IOException {
        engine.leave();
    }

    private TransformAnswer answer(InputStream event, Context context) {
        long start = System.nanoTime();
        try {
            TransformRequest request = TransformJson.request(event);
            engine.begin();
            TransformAnswer answer =
                    watched(request, Watchdog.most(Duration.ofMillis(context.getRemainingTimeInMillis())));
            engine.end();
            context.getLogger().log(TransformLog.line(request, answer, since(start)));
            return answer;
        } catch (InvalidRequestException e) {
            context.getLogger().log(TransformLog.notUnderstood(context.getAwsRequestId(), e.problem(), since(start)));
            return new TransformAnswer.Failed(e.problem());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private TransformAnswer watched(TransformRequest request, Duration allowed) {
        var interruption = new Interruption();
        try (Watch watch = watchdog.watch(run(request), allowed, interruption)) {
            TransformAnswer answer = transform.answer(request, engine.during(interruption));
            return isPublished(answer)
                    ? answer
                    : watch.stopped()
                            .<TransformAnswer>map(TransformAnswer.Failed::new)
                            .orElse(answer);
        }
    }

    /** What is published stays published, even if a stop came too late. */
    private static boolean isPublished(TransformAnswer answer) {
        return answer instanceof TransformAnswer.Published
                || (answer instanceof TransformAnswer.Ran ran && ran.published().isPresent());
    }

    /** A cancel of the run ends everything that it is doing. Publishing takes no time. */
    private static Optional<UUID> run(TransformRequest request) {
        return switch (request) {
            case TransformRequest.Materialize materialize -> Optional.of(materialize.run());
            case TransformRequest.Check check -> Optional.of(check.run());
            case TransformRequest.Run run -> Optional.of(run.run());
            case TransformRequest.Publish publish -> Optional.empty();
            case TransformRequest.Parse parse -> Optional.empty();
        };
    }
}
