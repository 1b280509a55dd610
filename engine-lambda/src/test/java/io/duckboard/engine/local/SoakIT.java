package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.HostileQueries;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For {@code soak.seconds}, 150 by default, one engine gets heavy and hostile queries drawn by {@code soak.seed}. The
 * next caller must not notice: the test runs {@code SELECT 1} after each query, and a large sort after every tenth.
 */
@Attack("Heavy and hostile queries for minutes, each followed by an innocent one")
class SoakIT {

    private static final Duration TIME = Duration.ofSeconds(Long.getLong("soak.seconds", 150));
    private static final long SEED = Long.getLong("soak.seed", 20_260_101);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int BETWEEN_SORTS = 10;
    private static final int SORTED = 20_000_000;
    private static final Query SORT = Query.of("SELECT count(*)::INTEGER AS rows FROM (SELECT i FROM range(" + SORTED
            + ") t(i) ORDER BY hash(i), i OFFSET 1)");

    @Test
    void whoCallsNextDoesNotNotice(@TempDir Path folder) throws IOException {
        var lake = new TestLake(folder);
        for (int table = 0; table < 8; table++) {
            lake.table("t" + table, "SELECT range AS n, range % 100 AS k FROM range(100000)");
        }
        var queries = new HostileQueries(SEED);
        var ends = new TreeMap<String, Integer>();
        long start = System.nanoTime();
        int asked = 0;
        try (TestEngine engine = TestEngine.over(lake.location(), 1, Duration.ofSeconds(60))) {
            while (System.nanoTime() - start < TIME.toNanos()) {
                Query hostile = queries.next().timeout(DEADLINE);
                asked++;
                String after = "seed " + SEED + ", after query " + asked + ": "
                        + hostile.sql().substring(0, Math.min(200, hostile.sql().length()));
                ends.merge(engine.end(hostile), 1, Integer::sum);

                next(after, engine, Query.of("SELECT 1 AS one"), List.of(1));
                if (asked % BETWEEN_SORTS == 0) {
                    next(after, engine, SORT, List.of(SORTED - 1));
                }
            }
        } finally {
            System.out.println("Soak, seed " + SEED + ": " + asked + " queries, " + ends);
        }
    }

    private static void next(String after, TestEngine engine, Query query, List<Object> row) {
        assertThatCode(() -> assertThat(engine.answer(query).rows()).containsExactly(row))
                .as(after)
                .doesNotThrowAnyException();
    }
}
