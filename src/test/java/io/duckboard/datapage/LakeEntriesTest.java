package io.duckboard.datapage;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.lake.trips.SampleLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's answers about the sample's lake contain what the page shows. */
@Tag("process")
class LakeEntriesTest {

    private static final Instant BUILT = Instant.parse("2024-05-06T07:08:09Z");

    private static TestEngine engine;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var lake = new LakeLocation.Folder(folder);
        new SampleLake(Clock.fixed(BUILT, ZoneOffset.UTC)).populate(lake);
        engine = TestEngine.over(lake, 1, Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void listsTheTables() {
        List<TableEntry> tables = TableEntry.of(engine.answer(TableEntry.query()));

        assertThat(tables)
                .extracting(TableEntry::name)
                .containsExactly("top_pickup_locations", "trips", "trips_by_day", "zones");
        TableEntry view = tables.getFirst();
        assertThat(view.kind()).isEqualTo(Catalog.Kind.MODEL);
        assertThat(view.rows()).isEqualTo(OptionalLong.of(137));
        assertThat(view.bytes().orElseThrow()).isPositive();
        assertThat(view.builtAt()).contains(BUILT);
        assertThat(view.builtFrom()).containsExactly("trips");
        assertThat(view.problem()).isEmpty();
        assertThat(table("trips_by_day").partitionedBy()).containsExactly("date");
    }

    @Test
    void listsColumnsWithTheirDescriptionsInTheirOrder() {
        assertThat(ColumnEntry.of(engine.answer(ColumnEntry.query("zones"))))
                .hasSize(4)
                .first()
                .isEqualTo(new ColumnEntry("location_id", "INTEGER", "Number of the zone", false));
        assertThat(ColumnEntry.of(engine.answer(ColumnEntry.query("trips_by_day"))))
                .filteredOn(ColumnEntry::isPartition)
                .extracting(ColumnEntry::name)
                .containsExactly("date");
    }

    @Test
    void listsPartitions() {
        assertThat(PartitionEntry.of(engine.answer(PartitionEntry.query("trips_by_day"))))
                .hasSize(30)
                .first()
                .extracting(PartitionEntry::name, PartitionEntry::files)
                .containsExactly("date=2019-04-01", 1L);
    }

    @Test
    void showsAndCountsRows() {
        TableEntry zones = table("zones");
        List<ColumnEntry> columns = ColumnEntry.of(engine.answer(ColumnEntry.query("zones")));

        assertThat(engine.answer(zones.preview(columns)).rows()).hasSize(20);
        assertThat(zones.counted(engine.answer(zones.count())).rows()).isEqualTo(OptionalLong.of(265));
    }

    private static TableEntry table(String name) {
        return TableEntry.of(engine.answer(TableEntry.query())).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
