package io.duckboard.engine.protocol;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a function of the engine may be asked. */
public sealed interface Request {

    /**
     * One SELECT.
     *
     * @param sql at most {@link #MAX_SQL_BYTES} of UTF-8
     * @param limit rows wanted at most, not negative
     * @param timeout time allowed; the function's own limit where absent
     * @param queryId names the query so that it can be cancelled
     * @param into how the whole answer is written, where the rows themselves are not wanted; {@code limit} does not
     *     count then
     */
    record Query(
            String sql,
            int limit,
            Map<String, Parameter> parameters,
            RowFormat format,
            Optional<Duration> timeout,
            Optional<UUID> queryId,
            Optional<Export> into)
            implements Request {

        /** As quack-reduce. */
        public static final int DEFAULT_LIMIT = 20;

        public static final int MAX_SQL_BYTES = 256 * 1024;

        public Query {
            if (limit < 0) {
                throw new IllegalArgumentException("limit is negative: " + limit);
            }
            parameters = Map.copyOf(parameters);
        }

        public static Query of(String sql) {
            return new Query(
                    sql,
                    DEFAULT_LIMIT,
                    Map.of(),
                    RowFormat.RECORDS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Query limit(int rows) {
            return new Query(sql, rows, parameters, format, timeout, queryId, into);
        }

        public Query parameters(Map<String, Parameter> values) {
            return new Query(sql, limit, values, format, timeout, queryId, into);
        }

        public Query format(RowFormat wanted) {
            return new Query(sql, limit, parameters, wanted, timeout, queryId, into);
        }

        public Query timeout(Duration allowed) {
            return new Query(sql, limit, parameters, format, Optional.of(allowed), queryId, into);
        }

        public Query queryId(UUID id) {
            return new Query(sql, limit, parameters, format, timeout, Optional.of(id), into);
        }

        public Query into(Export export) {
            return new Query(sql, limit, parameters, format, timeout, queryId, Optional.of(export));
        }
    }

    /** Nobody wants this query's answer any more. */
    record Cancel(UUID queryId) implements Request {}

    /** Is anyone there? Costs no query. */
    record Ping() implements Request {}
}
