package io.duckboard.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A lake without catalog.json shows the tables that its files suggest. */
class DiscoveryTest {

    @Test
    void takesFilesAtTheTopAndOneFolderBelow() {
        assertThat(names("trips.parquet", "reference/zones.parquet", "a/b/deep.parquet", "notes.txt", "a/readme.md"))
                .containsExactlyInAnyOrder("trips", "zones");
    }

    @Test
    void takesAHiveFolderAsOneTable() {
        Catalog.Table table = Discovery.catalog(List.of(
                        "data/trips/date=2019-04-02/part=1/b.parquet", "data/trips/date=2019-04-01/part=x/a.parquet"))
                .tables()
                .getFirst();

        assertThat(table.name()).isEqualTo("trips");
        assertThat(table.files())
                .extracting(Catalog.File::path)
                .first()
                .asString()
                .contains("04-01");
        assertThat(table.columns())
                .containsExactly(new Catalog.Field("date", "DATE", ""), new Catalog.Field("part", "VARCHAR", ""));
    }

    @Test
    void leavesOutWhatIsPrivateOrHidden() {
        assertThat(names(
                        "results/1.parquet",
                        "control/1.parquet",
                        "staging/x/date=1/1.parquet",
                        "_duckboard/results/1.parquet",
                        "_duckboard/staging/date=1/1.parquet",
                        "_DUCKBOARD/results/1.parquet",
                        "nested/_duckboard/1.parquet",
                        ".trash/1.parquet",
                        "_temporary/1.parquet",
                        "dataset/.part.parquet"))
                .isEmpty();
    }

    @Test
    void leavesOutWhatACatalogCannotName() {
        assertThat(names("a?s3_endpoint=x.parquet", "a\\b.parquet", "a\nb.parquet"))
                .isEmpty();
    }

    @Test
    void makesNamesIdentifiers() {
        assertThat(names("2019-04 trips.parquet".replace(' ', '-'), "Zones.v2.parquet"))
                .containsExactlyInAnyOrder("_2019_04_trips", "zones_v2");
    }

    @Test
    void tellsTablesOfOneNameApartByTheirFolders() {
        assertThat(names("dataset/zones.parquet", "reference/zones.parquet", "reference/days.parquet"))
                .containsExactlyInAnyOrder("dataset_zones", "reference_zones", "days");
    }

    @Test
    void givesNoTableANameThatAnotherHas() {
        assertThat(Discovery.catalog(
                                List.of("reference/zones.parquet", "zones.parquet", "days.parquet"), List.of("zones"))
                        .tables())
                .extracting(Catalog.Table::name)
                .containsExactlyInAnyOrder("reference_zones", "days");
    }

    private static List<String> names(String... paths) {
        return Discovery.catalog(List.of(paths)).tables().stream()
                .map(Catalog.Table::name)
                .toList();
    }
}
