package io.duckboard.engine.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.lake.FolderLake;
import io.duckboard.engine.lake.S3Lake;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.InvalidRequestException;
import io.duckboard.engine.protocol.JsonRows;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.Truncation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The function {@code duckboard-query}: one SELECT in, its rows out. A failed query is an answer like any other, with
 * {@code errorMessage} and {@code error}; only what nobody foresaw becomes an error of the function.
 */
public final class QueryHandler implements RequestStreamHandler {

    /** Lambda lets a function answer 6 MiB and 100 bytes; the 64 KiB less are for what the runtime may add. */
    private static final int ANSWER_BYTES = 6 * 1024 * 1024 - 64 * 1024;

    private final Clock clock;
    private final Engine engine;
    private boolean warm;

    /** As Lambda makes it: everything it needs to know stands in the environment, and it is ready when this returns. */
    public QueryHandler() {
        this(EngineSettings.from(System.getenv()), Clock.systemUTC());
        engine.prime();
    }

    QueryHandler(EngineSettings settings, Clock clock) {
        this.clock = clock;
        this.engine = new Engine(
                settings,
                switch (settings.lake()) {
                    case LakeLocation.Folder folder -> new FolderLake(folder);
                    case LakeLocation.Bucket bucket -> new S3Lake(bucket);
                });
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        try {
            switch (RequestJson.read(event)) {
                case Request.Ping() -> answer.write(AnswerJson.pong());
                case Request.Query query -> write(query, answer, context.getAwsRequestId());
            }
        } catch (InvalidRequestException e) {
            AnswerJson.write(e.problem(), answer);
        }
    }

    private void write(Request.Query query, OutputStream answer, String eventId) throws IOException {
        long start = System.nanoTime();
        boolean wasWarm = warm;
        warm = true;
        ToIntFunction<List<Column>> room = columns -> ANSWER_BYTES
                - AnswerJson.overhead(metadata(query, columns, 0, Truncation.LIMIT, start, eventId, wasWarm));
        switch (engine.answer(query, room)) {
            case Result.Failed(Problem problem, boolean unexpected) -> AnswerJson.write(problem, answer);
            case Result.Outdated(Problem problem) -> AnswerJson.write(problem, answer);
            case Result.Rows(List<Column> columns, JsonRows rows, long count, Truncation truncated) ->
                AnswerJson.write(
                        metadata(query, columns, count, truncated, start, eventId, wasWarm),
                        query.format(),
                        rows,
                        answer);
        }
    }

    private Metadata metadata(
            Request.Query query,
            List<Column> columns,
            long rowCount,
            Truncation truncated,
            long start,
            String eventId,
            boolean wasWarm) {
        return new Metadata(
                Duration.ofNanos(System.nanoTime() - start),
                clock.instant(),
                eventId,
                query.sql(),
                wasWarm,
                columns,
                rowCount,
                truncated,
                engine.catalogVersion(),
                engine.version());
    }
}
