package io.duckboard.engine.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.testing.TestLake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query function's handler, called as Lambda calls it but in this process. */
final class InProcess {

    private final Log log = new Log();
    private final RequestStreamHandler handler;

    InProcess(TestLake lake, Path temporary) {
        this(new EngineSettings(lake.location(), 1024, temporary, Optional.empty()));
    }

    InProcess(EngineSettings settings) {
        this(settings, Clock.systemUTC());
    }

    InProcess(EngineSettings settings, Clock clock) {
        this(new QueryHandler(settings, clock));
    }

    InProcess(RequestStreamHandler handler) {
        this.handler = handler;
    }

    Log log() {
        return log;
    }

    byte[] send(String event) {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, log.context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toByteArray();
    }

    String text(String event) {
        return new String(send(event), StandardCharsets.UTF_8);
    }

    Answer ask(Request.Query query) {
        return AnswerJson.read(send(new String(RequestJson.write(query), StandardCharsets.UTF_8)));
    }

    Answer.Rows rows(Request.Query query) {
        return switch (ask(query)) {
            case Answer.Rows rows -> rows;
            case Answer.Exported exported -> throw new AssertionError("written: " + exported.file());
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Failed failed ->
                throw new AssertionError(failed.problem().toString());
        };
    }

    List<List<@Nullable Object>> rows(String sql) {
        return rows(Request.Query.of(sql)).rows();
    }

    Answer.Exported exported(Request.Query query) {
        return switch (ask(query)) {
            case Answer.Exported exported -> exported;
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Rows rows -> throw new AssertionError("answered: " + rows.rows());
            case Answer.Failed failed ->
                throw new AssertionError(failed.problem().toString());
        };
    }

    Problem problem(String sql) {
        return problem(Request.Query.of(sql));
    }

    Problem problem(Request.Query query) {
        return switch (ask(query)) {
            case Answer.Failed failed -> failed.problem();
            case Answer.Exported exported -> throw new AssertionError("written: " + exported.file());
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Rows rows -> throw new AssertionError("answered: " + rows.rows());
        };
    }
}
