package io.duckboard.engine.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.InvalidRequestException;
import io.duckboard.engine.protocol.JsonRows;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Phase;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code duckboard-query}. It takes one SELECT and returns its rows. A failed query has a normal answer,
 * with {@code errorMessage} and {@code error}; only something unforeseen becomes an error of the function.
 */
public final class QueryHandler implements RequestStreamHandler, Reusable, AutoCloseable {

    /** Lambda allows an answer of 6 MiB and 100 bytes. The 64 KiB less are for what the runtime may add. */
    private static final int ANSWER_BYTES = 6 * 1024 * 1024 - 64 * 1024;

    private static final Problem NO_CANCELS = Problem.of(
            ErrorCode.INVALID_REQUEST,
            "duckboard-query takes no cancels.",
            "Send it to duckboard-control, where it does not wait behind a query.");

    private final Clock clock;
    private final Engine engine;
    private final Watchdog watchdog;
    private final int memoryMegabytes;
    private Duration gettingReady = Duration.ZERO;

    @SuppressWarnings("unused") // Held, since the runtime keeps weak references only.
    private @Nullable Resource snapStart;

    private boolean warm;

    /**
     * Lambda calls this constructor. All settings are in the environment, and the function is ready when this returns.
     */
    public QueryHandler() {
        this(System.getenv(), Clock.systemUTC());
        gettingReady = ColdStart.billed(System.getenv());
        // Only under SnapStart, since no other start should pay for loading it.
        if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            snapStart = SnapStart.register(engine);
        }
    }

    /**
     * @param environment as Lambda provides it
     * @param clock determines the age of files
     * @throws IllegalArgumentException with a sentence that says which variable is wrong
     */
    public QueryHandler(Map<String, String> environment, Clock clock) {
        this(EngineSettings.from(environment), clock);
        engine.prime();
    }

    QueryHandler(EngineSettings settings, Clock clock) {
        this.clock = clock;
        this.memoryMegabytes = settings.memoryMegabytes();
        this.watchdog = new Watchdog(settings.cancelMarkers(clock), Runtime.getRuntime()::halt);
        this.engine = Engine.of(settings, clock);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        QueryLog log = QueryLog.begin(context, warm);
        try {
            switch (RequestJson.read(event)) {
                case Request.Ping() -> answer.write(AnswerJson.pong());
                case Request.Cancel cancel -> refuse(NO_CANCELS, log, answer);
                case Request.Query query -> write(query, log.of(query), answer, context);
            }
        } catch (InvalidRequestException e) {
            refuse(e.problem(), log, answer);
        }
    }

    private static void refuse(Problem problem, QueryLog log, OutputStream answer) {
        log.failed(problem);
        AnswerJson.write(problem, answer);
    }

    @Override
    public boolean isReusable() {
        return engine.isFit();
    }

    private void write(Request.Query query, QueryLog log, OutputStream answer, Context context) throws IOException {
        var call = new Call(query, context.getAwsRequestId(), warm, Meter.start(gettingReady, memoryMegabytes));
        engine.begin();
        warm = true;
        gettingReady = Duration.ZERO;
        ToIntFunction<List<Column>> room = columns -> ANSWER_BYTES
                - AnswerJson.overhead(metadata(call, columns, 0, Truncation.LIMIT, Usage.MOST, Phase.LONGEST));
        switch (watched(query, room, Duration.ofMillis(context.getRemainingTimeInMillis()))) {
            case Result.Failed(Problem problem, boolean unexpected) -> refuse(problem, log, answer);
            case Result.Outdated(Problem problem) -> refuse(problem, log, answer);
            case Result.Unchanged() -> {
                Usage usage = call.meter().usage();
                log.ended("unchanged", 0, usage);
                AnswerJson.write(metadata(call, List.of(), 0, Truncation.NONE, usage), answer);
            }
            case Result.Exported(List<Column> columns, ResultFile file) -> {
                Usage usage = call.meter().usage();
                log.ended("exported", file.rows(), usage);
                AnswerJson.write(metadata(call, columns, file.rows(), Truncation.NONE, usage), file, answer);
            }
            case Result.Rows(List<Column> columns, JsonRows rows, long count, Truncation truncated) -> {
                Usage usage = call.meter().usage();
                log.ended("answered", count, usage);
                AnswerJson.write(metadata(call, columns, count, truncated, usage), query.format(), rows, answer);
            }
        }
        engine.end();
    }

    private Result watched(Request.Query query, ToIntFunction<List<Column>> room, Duration remaining) {
        var interruption = new Interruption();
        try (Watch watch = watchdog.watch(query.queryId(), Watchdog.allowed(query, remaining), interruption)) {
            return watch.judge(engine.answer(query, room, interruption));
        }
    }

    /** For code that runs the handler in its own process. Otherwise the end of the worker has the same effect. */
    @Override
    public void close() throws SQLException, IOException {
        engine.leave();
    }

    private Metadata metadata(Call call, List<Column> columns, long rowCount, Truncation truncated, Usage usage) {
        return metadata(call, columns, rowCount, truncated, usage, engine.phases());
    }

    private Metadata metadata(
            Call call, List<Column> columns, long rowCount, Truncation truncated, Usage usage, List<Phase> phases) {
        return new Metadata(
                call.meter().elapsed(),
                clock.instant(),
                call.eventId(),
                call.query().sql(),
                call.warm(),
                columns,
                rowCount,
                truncated,
                usage,
                engine.catalogVersion(),
                engine.version(),
                engine.answerVersion(),
                call.query().trace().isPresent() ? phases : List.of());
    }

    private record Call(Request.Query query, String eventId, boolean warm, Meter meter) {}
}
