package io.duckboard.client;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Metadata;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A question that has been put to the engine, and how it ended. It has the answer's rows, so it is not kept.
 *
 * @param took the time from the call to the outcome
 * @param reference by which the log and the traces know the call
 */
public record FinishedCall(Instant endedAt, QueryOutcome outcome, Duration took, String reference) {

    /** How a call ended, as far as the engine is concerned. */
    public enum End {
        /** There is an answer. */
        ANSWERED,
        /** The engine, its lake or the way there failed. */
        FAILED,
        /** The engine was able to say that the question cannot be answered, or was told to stop. */
        REFUSED;

        static End of(ErrorCode code) {
            return switch (code) {
                case SYNTAX, UNKNOWN_NAME, NOT_ALLOWED, INVALID_REQUEST, CANCELLED, RESULT_TOO_LARGE -> REFUSED;
                case TIMEOUT,
                        BUSY,
                        OUT_OF_MEMORY,
                        LAKE_UNAVAILABLE,
                        LAKE_DENIED,
                        FILE_MISSING,
                        FILE_DAMAGED,
                        INTERNAL -> FAILED;
            };
        }
    }

    public End end() {
        return switch (outcome) {
            case QueryOutcome.Answered _, QueryOutcome.Exported _ -> End.ANSWERED;
            case QueryOutcome.Failed(var problem) -> End.of(problem.code());
            case QueryOutcome.Unreachable _ -> End.FAILED;
            case QueryOutcome.Limited _ -> End.REFUSED;
        };
    }

    /**
     * One of some twenty words: {@code answered}, {@code unchanged}, {@code exported}, {@code unreachable},
     * {@code limited} or a code.
     */
    public String word() {
        return switch (outcome) {
            case QueryOutcome.Answered answered -> answered.unchangedSince().isPresent() ? "unchanged" : "answered";
            case QueryOutcome.Exported _ -> "exported";
            case QueryOutcome.Failed(var problem) -> problem.code().name().toLowerCase(Locale.ROOT);
            case QueryOutcome.Unreachable _ -> "unreachable";
            case QueryOutcome.Limited _ -> "limited";
        };
    }

    /** What the engine says of the call. It says nothing of one that failed. */
    public Optional<Metadata> metadata() {
        return switch (outcome) {
            case QueryOutcome.Answered answered -> Optional.of(answered.answer().metadata());
            case QueryOutcome.Exported exported -> Optional.of(exported.answer().metadata());
            case CallFailure _ -> Optional.empty();
        };
    }

    public boolean isCold() {
        return metadata().filter(answer -> !answer.warm()).isPresent();
    }

    /** The price at AWS, as the engine estimates it; zero where it says nothing. */
    public BigDecimal dollars() {
        return metadata().map(answer -> answer.usage().estimatedUsd()).orElse(BigDecimal.ZERO);
    }

    /** Zero where the engine says nothing. */
    public long bytesRead() {
        return metadata().map(answer -> answer.usage().bytesRead().orElse(0)).orElse(0L);
    }
}
