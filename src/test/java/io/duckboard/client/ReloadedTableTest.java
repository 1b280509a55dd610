package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStores;
import io.duckboard.lake.trips.Consent;
import io.duckboard.lake.trips.SampleLake;
import io.duckboard.lake.trips.SyntheticTrips;
import io.duckboard.lake.trips.TripLoad;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query that runs while tables are replaced sees either the old ones or the new ones. */
@Tag("process")
class ReloadedTableTest {

    private static final Query BOTH =
            Query.of("SELECT (SELECT count(*) FROM trips), (SELECT count(*) FROM trips_by_day), sum(counts)::BIGINT"
                    + " FROM top_pickup_locations");

    @Test
    void queriesSeeOneLoadAndNeverTwo(@TempDir Path root) throws Exception {
        var lake = new LakeLocation.Folder(root);
        new SampleLake(Clock.systemUTC()).populate(lake);
        try (LocalLambda lambda = LocalLambda.start(DuckboardFunctions.over(lake, 2));
                LambdaQueryEngine engine = LambdaQueryEngine.onThisMachine(
                        lambda.endpoint(),
                        lambda.accessKey(),
                        lambda.secretKey(),
                        DuckboardFunctions.QUERY,
                        Duration.ofSeconds(30))) {
            LambdaQueryEngine holding = engine.holdingAnswers();
            Set<List<?>> seen = new HashSet<>();
            seen.add(rows(engine));
            for (long load = 1; load <= 4; load++) {
                long rows = 10_000 + load;
                CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> load(lake, rows));
                while (!loading.isDone()) {
                    seen.add(rows(engine));
                    seen.add(rows(holding));
                }
                loading.join();
                seen.add(rows(engine));
                assertThat(rows(holding)).isEqualTo(rows(engine));
            }
            assertThat(seen).hasSize(5);
            assertThat(seen).allSatisfy(rows -> assertThat(new HashSet<>(rows)).hasSize(1));
        }
    }

    private static void load(LakeLocation lake, long rows) {
        try (LakeStore store = LakeStores.open(lake, Path.of(""), Map.of(), Clock.systemUTC())) {
            new TripLoad(store, Clock.systemUTC(), LoadProgress.SILENT)
                    .load(new SyntheticTrips(rows, rows), Consent.GIVEN);
        }
    }

    private static List<?> rows(LambdaQueryEngine engine) {
        assertThat(engine.ask(BOTH)).isInstanceOf(QueryOutcome.Answered.class);
        return engine.ask(BOTH) instanceof QueryOutcome.Answered answered
                ? answered.answer().rows().getFirst()
                : List.of();
    }
}
