package io.duckboard.sqlpage.history;

import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What the history keeps of a query's outcome. */
record RunEnd(
        HistoryOutcome outcome,
        Optional<String> message,
        Optional<Duration> took,
        OptionalLong rows,
        Optional<BigDecimal> usd) {

    /** This is enough to tell what the message was; the page showed the whole message. */
    private static final int MOST_MESSAGE = 500;

    static RunEnd of(QueryOutcome outcome) {
        return switch (outcome) {
            case QueryOutcome.Answered(var answer, var took, var _) ->
                answered(
                        HistoryOutcome.ANSWERED,
                        answer.metadata(),
                        took,
                        answer.metadata().rowCount());
            case QueryOutcome.Exported(var answer, var took) ->
                answered(
                        HistoryOutcome.EXPORTED,
                        answer.metadata(),
                        took,
                        answer.file().rows());
            case QueryOutcome.Failed(var problem) -> unanswered(outcome(problem), problem.message());
            case QueryOutcome.Unreachable(var failure) -> unanswered(HistoryOutcome.UNREACHABLE, failure.message());
            case QueryOutcome.Limited(var failure, var _) -> unanswered(HistoryOutcome.FAILED, failure.message());
        };
    }

    private static HistoryOutcome outcome(Problem problem) {
        return switch (problem.code()) {
            case CANCELLED -> HistoryOutcome.CANCELLED;
            case TIMEOUT -> HistoryOutcome.TIMED_OUT;
            case SYNTAX,
                    UNKNOWN_NAME,
                    NOT_ALLOWED,
                    INVALID_REQUEST,
                    BUSY,
                    OUT_OF_MEMORY,
                    RESULT_TOO_LARGE,
                    LAKE_UNAVAILABLE,
                    LAKE_DENIED,
                    FILE_MISSING,
                    FILE_DAMAGED,
                    INTERNAL -> HistoryOutcome.FAILED;
        };
    }

    private static RunEnd answered(HistoryOutcome outcome, Metadata metadata, Duration took, long rows) {
        return new RunEnd(
                outcome,
                Optional.empty(),
                Optional.of(took),
                OptionalLong.of(rows),
                Optional.of(metadata.usage().estimatedUsd()));
    }

    private static RunEnd unanswered(HistoryOutcome outcome, String message) {
        return new RunEnd(
                outcome,
                Optional.of(message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE - 1) + "…" : message),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }
}
