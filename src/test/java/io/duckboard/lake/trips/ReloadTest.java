package io.duckboard.lake.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reload uses new names, keeps files that are not its own, and removes old files once no query can be reading them.
 */
class ReloadTest {

    @TempDir
    Path root;

    private LakeStore store;

    @BeforeEach
    void fill() {
        store = LakeStores.open(new LakeLocation.Folder(root), Clock.systemUTC());
        load(new SampleTrips(), Instant.now());
    }

    @Test
    void givesTheFirstLoadTheArticlesNameAndTheNextItsOwn() {
        Loaded again = load(new SyntheticTrips(100, 1), Instant.now());

        assertThat(again.tables().getFirst().files().getFirst().path())
                .matches("dataset/taxi_2019_04\\.[0-9a-f-]{36}\\.parquet");
        assertThat(root.resolve("dataset/taxi_2019_04.parquet")).exists();
        assertThat(published().catalog().tables())
                .extracting(Catalog.Table::name)
                .containsExactly("trips", "trips_by_day", "zones", "top_pickup_locations");
    }

    @Test
    void keepsTablesOfOtherNames() {
        Catalog.Table mine = new Catalog.Table(
                "mine", Catalog.Kind.DATASET, List.of(), List.of(), List.of(), 1, Instant.EPOCH, List.of());
        Published now = published();
        store.publish(
                new Catalog(Stream.concat(now.catalog().tables().stream(), Stream.of(mine))
                        .toList()),
                Optional.of(now));

        load(new SyntheticTrips(100, 1), Instant.now());

        assertThat(published().catalog().tables()).contains(mine);
    }

    @Test
    void removesReplacedFilesWhenNoQueryCanBeReadingThem() throws IOException {
        Path theirs = Files.writeString(root.resolve("dataset/theirs.parquet"), "theirs");
        Path partition = root.resolve("partitioned/date=2019-04-01");
        load(new SyntheticTrips(1000, 1), Instant.now());
        assertThat(filesIn(partition)).isEqualTo(2);

        load(new SyntheticTrips(1000, 2), Instant.now().plus(Duration.ofMinutes(14)));
        assertThat(filesIn(partition)).isEqualTo(3);

        // The first file goes, and a new one comes. The second was replaced only two minutes ago.
        load(new SyntheticTrips(1000, 3), Instant.now().plus(Duration.ofMinutes(16)));
        assertThat(filesIn(partition)).isEqualTo(3);

        load(new SyntheticTrips(1000, 4), Instant.now().plus(Duration.ofMinutes(60)));
        assertThat(filesIn(partition)).isEqualTo(2);
        assertThat(List.of(theirs, root.resolve("dataset/taxi_2019_04.parquet")))
                .allMatch(Files::exists);
        for (Catalog.Table table : published().catalog().tables()) {
            assertThat(table.files()).allMatch(file -> Files.exists(root.resolve(file.path())));
        }
    }

    @Test
    void asksBeforeOtherDataIsReplacedAndNotForTheSame() {
        load(new SampleTrips(), Instant.now(), (table, rows) -> false);

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> load(new SyntheticTrips(100, 1), Instant.now(), (table, rows) -> {
                    assertThat(List.of(table.rows(), rows)).containsExactly(10_000L, 100L);
                    return false;
                }))
                .withMessageContaining("stays as it is");
        assertThat(published().catalog().tables().getFirst().rows()).isEqualTo(10_000);
    }

    @Test
    void leavesTheDashboardsViewToTheOneThatPublishes() throws IOException {
        byte[] view = Files.readAllBytes(root.resolve("dashboard/my_view.parquet"));
        LoadProgress meanwhile = (what, bytes) -> {
            if (what.startsWith("Putting")) {
                try (LakeStore other = LakeStores.open(new LakeLocation.Folder(root), Clock.systemUTC())) {
                    other.publish(new Catalog(List.of()), other.published());
                }
            }
            return advanced -> {};
        };

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> new TripLoad(store, Clock.systemUTC(), meanwhile)
                        .load(new SyntheticTrips(100, 1), Consent.GIVEN))
                .withMessageContaining("Somebody else has published");

        assertThat(published().catalog().tables()).isEmpty();
        assertThat(root.resolve("dashboard/my_view.parquet")).hasBinaryContent(view);
    }

    @Test
    void publishesNothingWhoseFilesAreNoMore() {
        LoadProgress meanwhile = (what, bytes) -> advanced -> {
            try (LakeStore other = LakeStores.open(new LakeLocation.Folder(root), Clock.systemUTC())) {
                for (Catalog.File file : other.list("models")) {
                    Files.delete(root.resolve(file.path()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> new TripLoad(store, Clock.systemUTC(), meanwhile)
                        .load(new SyntheticTrips(100, 1), Consent.GIVEN))
                .withMessageContaining("at the same time");
    }

    private Loaded load(TripSource source, Instant now) {
        return load(source, now, Consent.GIVEN);
    }

    private Loaded load(TripSource source, Instant now, Consent consent) {
        try (LakeStore own = LakeStores.open(new LakeLocation.Folder(root), Clock.systemUTC())) {
            return new TripLoad(own, Clock.fixed(now, ZoneOffset.UTC), LoadProgress.SILENT).load(source, consent);
        }
    }

    private Published published() {
        return store.published().orElseThrow();
    }

    private static int filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }
}
