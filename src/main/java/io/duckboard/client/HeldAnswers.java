package io.duckboard.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.security.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The answers that one engine has given. It is asked again each time, but only for what it takes to know that nothing has
 * changed. An answer is the same for everybody of a role; what another role was told is never told again.
 */
final class HeldAnswers {

    /** Enough for the pages of a day. */
    private static final long BYTES = 32L * 1024 * 1024;

    /** About what an entry and its metadata take in memory, in bytes, and each column of its answer. */
    private static final int ENTRY = 1_000;

    private static final int COLUMN = 100;

    /** The tiles of a page ask at about the same time, and need to know only once whether anything has changed. */
    private static final long ONE_PAGE = Duration.ofMillis(100).toNanos();

    private final Cache<Key, Answer.Rows> answers = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Key key, Answer.Rows answer) -> AnswerWeight.of(new QueryOutcome.Answered(answer, Duration.ZERO))
                    + key.weight()
                    + COLUMN * answer.metadata().columns().size())
            .build();
    private final Map<String, Check> checks = new ConcurrentHashMap<>();
    private final LongSupplier nanoseconds;

    /** @param nanoseconds a clock that only goes forward */
    HeldAnswers(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    RowsOutcome ask(Request.Query query, Role role, Call call) {
        var key = new Key(role, query.sql(), query.limit(), query.parameters(), query.format());
        Answer.Rows held = query.parts().isEmpty() ? answers.getIfPresent(key) : null;
        return held == null ? askAnew(query, key, call) : askAgain(query, key, held, call);
    }

    private RowsOutcome askAnew(Request.Query query, Key key, Call call) {
        return query.parts().isEmpty() ? kept(key, call.ask(query.unless(""))) : rows(call.ask(query));
    }

    private RowsOutcome askAgain(Request.Query query, Key key, Answer.Rows held, Call call) {
        String version = held.metadata().version().orElseThrow();
        long now = nanoseconds.getAsLong();
        Check latest = checks.get(version);
        if (latest != null && now - latest.begunAt() < ONE_PAGE && latest.confirms()) {
            return confirmed(held, Duration.ofNanos(nanoseconds.getAsLong() - now));
        }
        var check = new Check(now, new CompletableFuture<>());
        checks.put(version, check);
        try {
            return switch (call.ask(query.unless(version))) {
                case Reply.Unchanged(Metadata metadata, Duration roundTrip) -> {
                    check.isUnchanged().complete(true);
                    yield unchanged(held, metadata, roundTrip);
                }
                case Reply.Anew anew -> kept(key, anew);
            };
        } finally {
            // What is checked by nobody any more is asked for by whoever waits.
            check.isUnchanged().complete(false);
            checks.values().removeIf(old -> nanoseconds.getAsLong() - old.begunAt() >= ONE_PAGE);
        }
    }

    private RowsOutcome kept(Key key, Reply reply) {
        RowsOutcome outcome = rows(reply);
        if (outcome instanceof QueryOutcome.Answered answered
                && answered.answer().metadata().version().isPresent()) {
            answers.put(key, answered.answer());
        } else {
            answers.invalidate(key);
        }
        return outcome;
    }

    private static RowsOutcome rows(Reply reply) {
        return switch (reply) {
            case Reply.Anew(RowsOutcome outcome) -> outcome;
            case Reply.Unchanged unchanged ->
                throw new IllegalArgumentException("The engine says that an unknown answer is unchanged");
        };
    }

    /** An answer of which another call has just said that it is still right. */
    private static RowsOutcome confirmed(Answer.Rows held, Duration roundTrip) {
        return unchanged(held, Duration.ZERO, held.metadata().eventId(), true, Usage.NONE, roundTrip);
    }

    /** The rows as they were, with what this call took. */
    private static RowsOutcome unchanged(Answer.Rows held, Metadata call, Duration roundTrip) {
        return unchanged(held, call.time(), call.eventId(), call.warm(), call.usage(), roundTrip);
    }

    private static RowsOutcome unchanged(
            Answer.Rows held, Duration time, String eventId, boolean warm, Usage usage, Duration roundTrip) {
        Metadata of = held.metadata();
        var metadata = new Metadata(
                time,
                of.answeredAt(),
                eventId,
                of.query(),
                warm,
                of.columns(),
                of.rowCount(),
                of.truncated(),
                usage,
                of.catalogVersion(),
                of.engine(),
                of.version());
        return new QueryOutcome.Answered(
                new Answer.Rows(metadata, held.rows()), roundTrip, Optional.of(of.answeredAt()));
    }

    /** What makes two queries the same. */
    private record Key(Role role, String sql, int limit, Map<String, Parameter> parameters, RowFormat format) {

        int weight() {
            return ENTRY
                    + Character.BYTES * (sql.length() + parameters.toString().length());
        }
    }

    private record Check(long begunAt, CompletableFuture<Boolean> isUnchanged) {

        /** An engine that has to answer anew may take long, and nobody else waits for that. */
        boolean confirms() {
            return isUnchanged
                    .completeOnTimeout(false, ONE_PAGE, TimeUnit.NANOSECONDS)
                    .join();
        }
    }

    /** What an engine says to a query that may have been answered before. */
    sealed interface Reply {

        record Anew(RowsOutcome outcome) implements Reply {}

        record Unchanged(Metadata metadata, Duration roundTrip) implements Reply {}
    }

    @FunctionalInterface
    interface Call {
        Reply ask(Request.Query query);
    }
}
