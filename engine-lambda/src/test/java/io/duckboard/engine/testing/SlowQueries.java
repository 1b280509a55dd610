package io.duckboard.engine.testing;

import java.util.List;

/** Queries that run for at least some minutes. */
public final class SlowQueries {

    /** Written in ways that let DuckDB check for interruptions now and then. */
    public static final List<String> INTERRUPTIBLE = List.of(
            "SELECT count(*) FROM range(1000000000000) t(a) WHERE a % 7 = 11",
            "SELECT max(a.range + b.range) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 13 = 5",
            "WITH RECURSIVE t(n) AS (SELECT 1::HUGEINT UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t",
            "SELECT hash(range) AS h FROM range(100000000000) ORDER BY h LIMIT 10",
            // The first rows come at once, so that the interruption arrives while rows are fetched; then none come for
            // long.
            "SELECT a FROM range(1000000000000) t(a) WHERE a < 300000 OR a = 999999999999");

    /** Runs for long inside a single call of a scalar function. */
    public static final String UNINTERRUPTIBLE =
            "SELECT levenshtein(repeat('ab', 200000) || range, repeat('ba', 200000)) FROM range(1)";

    private SlowQueries() {}
}
