package io.duckboard.client;

import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditEvent;
import io.duckboard.audit.AuditOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.QueryDigest;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.security.Asker;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Records a query's end. */
record QueryRecord(Audit audit, Request.Query query, Asker asker) {

    void ended(QueryOutcome outcome, Duration took) {
        switch (outcome) {
            case QueryOutcome.Answered(var answer, var _, var unchangedSince) ->
                answered(
                        unchangedSince.isPresent() ? AuditOutcome.UNCHANGED : AuditOutcome.ANSWERED,
                        answer.metadata().rowCount(),
                        answer.metadata().usage(),
                        took);
            case QueryOutcome.Exported(var answer, var _) ->
                answered(
                        AuditOutcome.EXPORTED,
                        answer.file().rows(),
                        answer.metadata().usage(),
                        took);
            case QueryOutcome.Failed(var problem) -> unanswered(word(problem.code()), problem.message(), took);
            case QueryOutcome.Unreachable(var failure) -> unanswered(AuditOutcome.UNREACHABLE, failure.message(), took);
            case QueryOutcome.Limited(var failure, var _) -> unanswered(AuditOutcome.LIMITED, failure.message(), took);
        }
    }

    private static AuditOutcome word(ErrorCode code) {
        return switch (code) {
            case CANCELLED -> AuditOutcome.CANCELLED;
            case TIMEOUT -> AuditOutcome.TIMED_OUT;
            case NOT_ALLOWED -> AuditOutcome.REFUSED;
            case SYNTAX,
                    UNKNOWN_NAME,
                    INVALID_REQUEST,
                    BUSY,
                    OUT_OF_MEMORY,
                    RESULT_TOO_LARGE,
                    LAKE_UNAVAILABLE,
                    LAKE_DENIED,
                    FILE_MISSING,
                    FILE_DAMAGED,
                    INTERNAL -> AuditOutcome.FAILED;
        };
    }

    private void answered(AuditOutcome outcome, long rows, Usage usage, Duration took) {
        audit.record(new AuditEvent.Query(
                asker,
                id(),
                outcome,
                Optional.empty(),
                took,
                OptionalLong.of(rows),
                usage.bytesRead(),
                Optional.of(usage.estimatedUsd()),
                query.sql()));
    }

    private void unanswered(AuditOutcome outcome, String message, Duration took) {
        audit.record(new AuditEvent.Query(
                asker,
                id(),
                outcome,
                Optional.of(message),
                took,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                query.sql()));
    }

    private String id() {
        return query.queryId().map(QueryDigest::of).orElse("");
    }
}
