package io.duckboard.client;

import io.duckboard.audit.Audit;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.LambdaPrice;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.limit.Admission;
import io.duckboard.limit.Limits;
import io.duckboard.limit.Permit;
import io.duckboard.security.Asker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stands before the engine: nothing is asked that would be too much, or that could not be recorded, and each query is
 * recorded when it has ended.
 */
record QueryGate(Limits limits, Audit audit) {

    /** Of the query function, in MB. What failed does not say what it has used. */
    private static final int MEMORY = 3_008;

    /**
     * Asks the engine, if that is allowed.
     *
     * @param engine asks, and never throws
     * @param instead makes an outcome of the reason why the engine is not asked
     */
    <O extends QueryOutcome> O ask(
            Request.Query query, Asker asker, Function<Request.Query, O> engine, Function<CallFailure, O> instead) {
        long begun = System.nanoTime();
        Optional<Failure> objection = audit.objection();
        if (objection.isPresent()) {
            return instead.apply(new QueryOutcome.Unreachable(objection.get()));
        }
        O outcome = switch (limits.admit(asker)) {
            case Admission.Admitted(Permit permit) -> asked(query, permit, begun, engine, instead);
            case Admission.Refused(Failure failure, Duration freeIn) ->
                instead.apply(new QueryOutcome.Limited(failure, freeIn));
        };
        new QueryRecord(audit, query, asker).ended(outcome, since(begun));
        return outcome;
    }

    /** Refuses a query that whoever asks may not ask. */
    CallFailure refused(Request.Query query, Asker asker, Problem problem) {
        Optional<Failure> objection = audit.objection();
        if (objection.isPresent()) {
            return new QueryOutcome.Unreachable(objection.get());
        }
        var refusal = new QueryOutcome.Failed(problem);
        new QueryRecord(audit, query, asker).ended(refusal, Duration.ZERO);
        return refusal;
    }

    private static <O extends QueryOutcome> O asked(
            Request.Query query,
            Permit permit,
            long begun,
            Function<Request.Query, O> engine,
            Function<CallFailure, O> instead) {
        try (permit) {
            Optional<Duration> longest = permit.longest()
                    .filter(most -> query.timeout()
                            .filter(own -> own.compareTo(most) <= 0)
                            .isEmpty());
            O outcome = engine.apply(longest.map(query::timeout).orElse(query));
            count(outcome, permit, since(begun));
            return longest.filter(most -> isTimeout(outcome) && since(begun).compareTo(most) >= 0)
                    .map(most -> instead.apply(tookTooLong(most)))
                    .orElse(outcome);
        }
    }

    private static void count(QueryOutcome outcome, Permit permit, Duration took) {
        switch (outcome) {
            case QueryOutcome.Answered(var _, var _, var unchangedSince)
            when unchangedSince.isPresent() -> permit.takeBack();
            case QueryOutcome.Answered(var answer, var _, var _) ->
                count(answer.metadata().usage(), permit);
            case QueryOutcome.Exported(var answer, var _) ->
                count(answer.metadata().usage(), permit);
            case QueryOutcome.Failed(var problem) -> {
                if (hasRun(problem.code())) {
                    permit.used(0, LambdaPrice.of(took.toMillis(), MEMORY));
                }
            }
            case QueryOutcome.Unreachable _, QueryOutcome.Limited _ -> {}
        }
    }

    private static void count(Usage usage, Permit permit) {
        permit.used(usage.bytesRead().orElse(0), usage.estimatedUsd());
    }

    /** Otherwise, whoever cancels queries just before their end would ask for nothing. */
    private static boolean hasRun(ErrorCode code) {
        return switch (code) {
            case TIMEOUT, CANCELLED, OUT_OF_MEMORY, RESULT_TOO_LARGE, INTERNAL -> true;
            case SYNTAX,
                    UNKNOWN_NAME,
                    NOT_ALLOWED,
                    INVALID_REQUEST,
                    BUSY,
                    LAKE_UNAVAILABLE,
                    LAKE_DENIED,
                    FILE_MISSING,
                    FILE_DAMAGED -> false;
        };
    }

    private static boolean isTimeout(QueryOutcome outcome) {
        return outcome instanceof QueryOutcome.Failed(var problem) && problem.code() == ErrorCode.TIMEOUT;
    }

    private static CallFailure tookTooLong(Duration most) {
        return new QueryOutcome.Failed(Problem.of(
                ErrorCode.TIMEOUT,
                "The query took longer than the " + most.toSeconds() + " s that a query of yours may (seconds="
                        + most.toSeconds() + ").",
                "Ask for less: fewer columns, days or rows. Whoever looks after Duckboard sets the limit."));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
