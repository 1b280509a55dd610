package io.duckboard.engine.local.testing;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.lambda.ControlHandler;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import tools.jackson.jr.ob.JSON;

/** Duckboard's functions in real workers, called by the AWS SDK. */
public final class TestEngine implements AutoCloseable {

    private final LocalLambda lambda;
    private final Caller caller;

    private TestEngine(LocalLambda lambda) {
        this.lambda = lambda;
        this.caller = Caller.of(lambda);
    }

    public static TestEngine over(LakeLocation lake, int workers, Duration timeout) throws IOException {
        return over(lake, workers, timeout, WorkerFunction.DEFAULT_MEMORY_MB);
    }

    public static TestEngine over(LakeLocation lake, int workers, Duration timeout, int memoryMb) throws IOException {
        return new TestEngine(LocalLambda.start(LocalLambdaConfig.of(
                WorkerFunction.of(DuckboardFunctions.QUERY, QueryHandler.class.getName())
                        .workers(workers, 1)
                        .timeout(timeout)
                        .memoryMb(memoryMb)
                        .environment(Map.of("DUCKBOARD_LAKE", lake.toString())),
                InProcessFunction.of(
                        DuckboardFunctions.CONTROL, new ControlHandler(Map.of("DUCKBOARD_LAKE", lake.toString()))))));
    }

    /** The way a query failed, according to its answer or to the end of its worker. */
    public Problem problem(Request.Query query) {
        InvokeResponse response = caller.invoke(DuckboardFunctions.QUERY, json(query));
        if (response.functionError() != null) {
            String error = response.payload().asUtf8String();
            return Stop.in(error).orElseThrow(() -> new AssertionError(error)).problem();
        }
        return switch (AnswerJson.read(response.payload().asByteArray())) {
            case Answer.Exported exported -> throw new AssertionError("written: " + exported.file());
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Failed failed -> failed.problem();
            case Answer.Rows rows ->
                throw new AssertionError("answered " + rows.metadata().rowCount() + " rows");
        };
    }

    /**
     * The way a query ended, in a word: {@code answered}, an error's code, or the type of the error that Lambda reports
     * instead.
     */
    public String end(Request.Query query) {
        InvokeResponse response = caller.invoke(DuckboardFunctions.QUERY, json(query));
        if (response.functionError() != null) {
            String error = response.payload().asUtf8String();
            return Stop.in(error)
                    .map(Stop::name)
                    .orElseGet(() -> JsonObject.of(JSON.std.anyFrom(error)).text("errorType"));
        }
        return AnswerJson.read(response.payload().asByteArray()) instanceof Answer.Failed(Problem problem)
                ? problem.code().name()
                : "answered";
    }

    public CompletableFuture<Problem> problemAsync(Request.Query query) {
        return CompletableFuture.supplyAsync(() -> problem(query), Thread::startVirtualThread);
    }

    /** The error that Lambda reports instead of an answer. */
    public String functionError(Request.Query query) {
        InvokeResponse response = caller.invoke(DuckboardFunctions.QUERY, json(query));
        if (response.functionError() == null) {
            throw new AssertionError(response.payload().asUtf8String());
        }
        return response.payload().asUtf8String();
    }

    public Answer.Rows answer(Request.Query query) {
        return switch (ask(query)) {
            case Answer.Rows rows -> rows;
            case Answer.Exported exported -> throw new AssertionError("written: " + exported.file());
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Failed failed ->
                throw new AssertionError(failed.problem().toString());
        };
    }

    public Answer.Exported exported(Request.Query query) {
        return switch (ask(query)) {
            case Answer.Exported exported -> exported;
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Rows rows -> throw new AssertionError("not written: " + rows.rows());
            case Answer.Failed failed ->
                throw new AssertionError(failed.problem().toString());
        };
    }

    private Answer ask(Request.Query query) {
        return AnswerJson.read(caller.ask(DuckboardFunctions.QUERY, json(query)).getBytes(StandardCharsets.UTF_8));
    }

    public List<List<@Nullable Object>> rows(String sql) {
        return answer(Request.Query.of(sql)).rows();
    }

    public String cancel(UUID query) {
        return caller.ask(DuckboardFunctions.CONTROL, json(new Request.Cancel(query)));
    }

    private static String json(Request request) {
        return new String(RequestJson.write(request), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        caller.close();
        lambda.close();
    }
}
