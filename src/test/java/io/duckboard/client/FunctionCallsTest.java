package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.NothingRanError;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformJson;
import io.duckboard.engine.protocol.TransformRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A call is made once more if nothing of it has run, and only then. */
@Tag("process")
class FunctionCallsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Any answer would do; this one is easy to tell from a crash. */
    private static final Problem ANSWER = Problem.of(ErrorCode.UNKNOWN_NAME, "There is no such table.");

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void repeatsAQueryOfWhichNothingHasRun() throws IOException {
        assertThat(ask(call -> call == 1 ? new NothingRanError() : null)).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(calls).hasValue(2);
    }

    @Test
    void repeatsItOnceAndSaysThatItMayBeAskedAgain() throws IOException {
        assertThat(ask(call -> new NothingRanError())).isEqualTo(ErrorCode.BUSY);
        assertThat(calls).hasValue(2);
    }

    @Test
    void repeatsNoQueryThatMayHaveRun() throws IOException {
        assertThat(ask(call -> new IllegalStateException(new NothingRanError().getMessage())))
                .isEqualTo(ErrorCode.INTERNAL);
        assertThat(calls).hasValue(1);
    }

    @Test
    void repeatsNoQueryThatRanOutOfMemory() throws IOException {
        assertThat(ask(call -> new OutOfMemoryError("Java heap space"))).isEqualTo(ErrorCode.OUT_OF_MEMORY);
        assertThat(calls).hasValue(1);
    }

    @Test
    void repeatsATransformsCallOfWhichNothingHasRun() throws IOException {
        RequestStreamHandler handler = (event, answer, context) -> {
            if (calls.incrementAndGet() == 1) {
                throw new NothingRanError();
            }
            answer.write(TransformJson.write(new TransformAnswer.Parsed("{}")));
        };
        try (LocalLambda lambda = LocalLambda.start(
                        LocalLambdaConfig.of(InProcessFunction.of(DuckboardFunctions.TRANSFORM, handler)));
                LambdaTransformEngine engine = LambdaTransformEngine.of(lambda)) {
            assertThat(engine.ask(new TransformRequest.Parse("SELECT 1")))
                    .isEqualTo(new TransformOutcome.Answered(new TransformAnswer.Parsed("{}")));
        }
        assertThat(calls).hasValue(2);
    }

    /** @param failure returns the failure of each call, by the call's number from 1; null means an answer */
    private ErrorCode ask(IntFunction<@Nullable Throwable> failure) throws IOException {
        RequestStreamHandler handler = (event, answer, context) -> {
            switch (failure.apply(calls.incrementAndGet())) {
                case null -> AnswerJson.write(ANSWER, answer);
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                case Throwable other -> throw new AssertionError(other);
            }
        };
        try (LocalLambda lambda = LocalLambda.start(
                        LocalLambdaConfig.of(InProcessFunction.of(DuckboardFunctions.QUERY, handler)));
                LambdaQueryEngine engine = LambdaQueryEngine.onThisMachine(
                        lambda.endpoint(), lambda.accessKey(), lambda.secretKey(), DuckboardFunctions.QUERY, TIMEOUT)) {
            return ((QueryOutcome.Failed) engine.ask(Query.of("SELECT 1")))
                    .problem()
                    .code();
        }
    }
}
