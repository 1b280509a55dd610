package io.duckboard.engine.testing;

import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request.Query;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries that need too much memory, time, stack or threads. A seed determines them. */
public final class HostileQueries {

    /** The pieces that {@link #text} combines; each {@code #} is a number of up to nine digits. */
    private static final List<String> HEAVY = List.of(
            "SELECT * FROM range(#) t(i) ORDER BY hash(i) DESC, i OFFSET 1000000",
            "SELECT hash(range) AS h, range AS r, repeat('y', 100) || range AS y FROM range(#) ORDER BY h, y",
            "SELECT string_agg(repeat('x', 100000), '') FROM range(#)",
            "SELECT list(range) FROM range(#)",
            "SELECT list(repeat(range::VARCHAR, 10000)) FROM range(#)",
            "SELECT count(DISTINCT hash(range)::VARCHAR || range) FROM range(#)",
            "SELECT repeat('x', #)",
            "SELECT length(repeat(repeat('x', 1000), #))",
            "SELECT max(length(lpad(range::VARCHAR, #, 'x'))) FROM range(100)",
            "SELECT range % 1000003 AS g, array_agg(range), min(repeat('z', 50) || range) FROM range(#) GROUP BY g",
            "SELECT sum(a.n * b.n) FROM t0 a, t1 b WHERE hash(a.n, b.n) % # = 7",
            "SELECT a.k, count(*) FROM t0 a JOIN t1 b USING (k) JOIN t2 c USING (k) WHERE a.n < # GROUP BY a.k",
            "SELECT sum(s) FROM (SELECT sum(range) OVER (ORDER BY hash(range) ROWS 100 PRECEDING) AS s FROM range(#))",
            "SELECT median(hash(range)), mode(range % 99991), histogram(range % 99991) FROM range(#)",
            "SELECT count(*) FROM (SELECT unnest(range(#)) AS u, repeat('u', 20) AS v ORDER BY u DESC)",
            "PIVOT (SELECT range % 5000 AS c, range % 7 AS r FROM range(#)) ON c USING sum(r)",
            "SELECT regexp_replace(repeat('a', #), '(a|aa)+b', 'c')",
            "WITH RECURSIVE t(n, s) AS (SELECT 1, 'x' UNION ALL SELECT n + 1, s || s FROM t WHERE n < #) SELECT max(n)"
                    + " FROM t",
            "SELECT map_from_entries(list((range, repeat('m', 100)))) FROM range(#)");

    private static final List<Export> EXPORTS =
            List.of(new Export.Parquet(), new Export.Csv(Export.Escape.NONE), new Export.JsonLines());

    private final Random random;

    public HostileQueries(long seed) {
        random = new Random(seed);
    }

    public Query next() {
        Query query = Query.of(text());
        return random.nextInt(5) == 0 ? query.into(drawn(EXPORTS)) : query.limit(Integer.MAX_VALUE);
    }

    private String text() {
        return switch (random.nextInt(12)) {
            case 0 -> drawn(SlowQueries.INTERRUPTIBLE);
            case 1 -> wide();
            case 2 -> deep();
            // This ends its worker, and only the watchdog can do that.
            case 3 -> random.nextInt(3) == 0 ? SlowQueries.UNINTERRUPTIBLE : heavy();
            default -> heavy();
        };
    }

    private String heavy() {
        long number = Math.round(Math.pow(10, 5 + 4 * random.nextDouble()));
        return drawn(HEAVY).replace("#", Long.toString(number));
    }

    /** The longest text that may be sent, or nearly. */
    private String wide() {
        int parts = 1_000 + random.nextInt(35_000);
        return IntStream.range(0, parts)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "SELECT [", "] AS many"));
    }

    private String deep() {
        int levels = 50 + random.nextInt(450);
        return switch (random.nextInt(4)) {
            case 0 -> "FROM (".repeat(levels) + "SELECT 1" + ")".repeat(levels);
            case 1 -> "SELECT count(*) FROM range(1)" + ", range(1)".repeat(levels);
            case 2 -> "SELECT 1" + " INTERSECT SELECT 1".repeat(levels);
            default ->
                "SELECT length(json_structure('" + "[".repeat(100_000) + "]".repeat(100_000) + "')) AS characters";
        };
    }

    private <T> T drawn(List<T> ones) {
        return ones.get(random.nextInt(ones.size()));
    }
}
