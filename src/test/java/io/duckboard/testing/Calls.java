package io.duckboard.testing;

import io.duckboard.client.FinishedCall;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Calls of the engine that have ended. */
public final class Calls {

    private Calls() {}

    public static QueryOutcome.Answered answer(boolean warm, String usd) {
        var usage = new Usage(OptionalLong.of(1_000), OptionalLong.of(2_000), 3, new BigDecimal(usd));
        return new QueryOutcome.Answered(
                new Answer.Rows(
                        new Metadata(
                                Duration.ofMillis(2),
                                Instant.EPOCH,
                                "event",
                                "SELECT 'secret'",
                                warm,
                                List.of(),
                                0,
                                Truncation.NONE,
                                usage,
                                "",
                                "Duckboard 1, DuckDB 2"),
                        List.of()),
                Duration.ofMillis(9));
    }

    public static QueryOutcome.Failed failure(ErrorCode code) {
        return new QueryOutcome.Failed(Problem.of(code, "It went wrong with " + code + ".", "Do something."));
    }

    public static FinishedCall call(QueryOutcome outcome, Duration took) {
        return new FinishedCall(Instant.EPOCH, outcome, took, "c0ffee");
    }
}
