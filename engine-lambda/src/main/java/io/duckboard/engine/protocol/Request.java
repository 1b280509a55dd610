package io.duckboard.engine.protocol;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The requests that a function of the engine accepts. */
public sealed interface Request {

    /**
     * One SELECT.
     *
     * @param sql at most {@link #MAX_SQL_BYTES} in UTF-8
     * @param limit the most rows wanted, not negative
     * @param timeout the time allowed; if absent, the function's own limit
     * @param queryId identifies the query so that it can be cancelled
     * @param into how the whole answer is written, if the rows themselves are not wanted; {@code limit} is then
     *     ignored
     * @param parts whole answers in Parquet, by the names of their files, that this query reads as table
     *     {@code parts}: all different, at most {@link #MAX_PARTS}
     * @param unless the {@link Metadata#version} of the answer that the caller holds to the same query, or empty text
     *     if it holds none; if the answer would be the same, it is not given again. Only for rows
     * @param trace to which the query belongs; the answer says then when its parts began
     */
    record Query(
            String sql,
            int limit,
            Map<String, Parameter> parameters,
            RowFormat format,
            Optional<Duration> timeout,
            Optional<UUID> queryId,
            Optional<Export> into,
            List<UUID> parts,
            Optional<String> unless,
            Optional<TraceParent> trace)
            implements Request {

        /** The same as in quack-reduce. */
        public static final int DEFAULT_LIMIT = 20;

        public static final int MAX_SQL_BYTES = 256 * 1024;

        /** Their names take a fifteenth of the size that Lambda allows a request. */
        public static final int MAX_PARTS = 10_000;

        public Query {
            if (limit < 0) {
                throw new IllegalArgumentException("limit is negative: " + limit);
            }
            if (parts.size() > MAX_PARTS || new HashSet<>(parts).size() < parts.size()) {
                throw new IllegalArgumentException("parts are too many, or two are alike");
            }
            parameters = Map.copyOf(parameters);
            parts = List.copyOf(parts);
        }

        /** A query of a caller that keeps no answers. */
        public Query(
                String sql,
                int limit,
                Map<String, Parameter> parameters,
                RowFormat format,
                Optional<Duration> timeout,
                Optional<UUID> queryId,
                Optional<Export> into,
                List<UUID> parts) {
            this(sql, limit, parameters, format, timeout, queryId, into, parts, Optional.empty(), Optional.empty());
        }

        public static Query of(String sql) {
            return new Query(
                    sql,
                    DEFAULT_LIMIT,
                    Map.of(),
                    RowFormat.RECORDS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        public Query limit(int rows) {
            return new Query(sql, rows, parameters, format, timeout, queryId, into, parts, unless, trace);
        }

        public Query parameters(Map<String, Parameter> values) {
            return new Query(sql, limit, values, format, timeout, queryId, into, parts, unless, trace);
        }

        public Query format(RowFormat wanted) {
            return new Query(sql, limit, parameters, wanted, timeout, queryId, into, parts, unless, trace);
        }

        public Query timeout(Duration allowed) {
            return new Query(sql, limit, parameters, format, Optional.of(allowed), queryId, into, parts, unless, trace);
        }

        public Query queryId(UUID id) {
            return new Query(sql, limit, parameters, format, timeout, Optional.of(id), into, parts, unless, trace);
        }

        public Query into(Export export) {
            return new Query(
                    sql, limit, parameters, format, timeout, queryId, Optional.of(export), parts, unless, trace);
        }

        /** @param version see {@link #unless} */
        public Query unless(String version) {
            return new Query(
                    sql, limit, parameters, format, timeout, queryId, into, parts, Optional.of(version), trace);
        }

        public Query trace(TraceParent part) {
            return new Query(sql, limit, parameters, format, timeout, queryId, into, parts, unless, Optional.of(part));
        }

        /** @param files see {@link ResultFile#part} */
        public Query parts(List<UUID> files) {
            return new Query(sql, limit, parameters, format, timeout, queryId, into, files, unless, trace);
        }
    }

    /** Cancels a query whose answer is no longer wanted. */
    record Cancel(UUID queryId) implements Request {}

    /** Asks whether the function responds. Does not run a query. */
    record Ping() implements Request {}
}
