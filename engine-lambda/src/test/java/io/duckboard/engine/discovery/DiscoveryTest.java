package io.duckboard.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake without catalog.json shows the tables that its files suggest. */
class DiscoveryTest {

    @TempDir
    private Path lake;

    @Test
    void namesATableAfterTheFolderThatHasItsFiles() throws IOException {
        write(
                "SELECT 1 AS n",
                "sales/a.parquet",
                "warehouse/shop.db/orders/year=2024/month=01/x.parquet",
                "top.parquet");

        assertThat(tables())
                .isEqualTo(Map.of(
                        "sales", List.of("sales/a.parquet"),
                        "orders", List.of("warehouse/shop.db/orders/year=2024/month=01/x.parquet"),
                        "top", List.of("top.parquet")));
    }

    @Test
    void takesPartsAsOneTable() throws IOException {
        write("SELECT 1 AS n", "e/part-00000-x.parquet", "e/part-00001-x.parquet", "part-0.parquet", "part-1.parquet");

        assertThat(tables().keySet()).containsExactlyInAnyOrder("e", "the_lake");
    }

    @Test
    void takesFilesSideBySideAsOneTableIfOneHasTheColumnsOfTheOther() throws IOException {
        write("SELECT 1 AS id, 2 AS tip", "trips/january.parquet");
        write("SELECT 1 AS id, 2 AS tip, 3 AS fee", "trips/february.parquet");
        write("SELECT 1 AS id, 2 AS amount", "shop/orders_1.parquet", "shop/orders_2.parquet");
        write("SELECT 1 AS id, 'x' AS name", "shop/customers.parquet");

        assertThat(tables())
                .isEqualTo(Map.of(
                        "trips", List.of("trips/february.parquet", "trips/january.parquet"),
                        "orders", List.of("shop/orders_1.parquet", "shop/orders_2.parquet"),
                        "customers", List.of("shop/customers.parquet")));
    }

    @Test
    void makesNoTableOfFilesThatOnlyAThirdOneLinks() throws IOException {
        write("SELECT 1 AS id, 2 AS amount", "shop/orders.parquet");
        write("SELECT 1 AS id, 'x' AS name", "shop/customers.parquet");
        write("SELECT 1 AS id", "shop/ids.parquet");

        assertThat(tables().keySet()).containsExactlyInAnyOrder("orders", "customers", "ids");
    }

    @Test
    void keepsFilesApartWhoseColumnsHaveOtherTypes() throws IOException {
        write("SELECT 1 AS id", "a/one.parquet");
        write("SELECT {'x': 1} AS id", "a/other.parquet");

        assertThat(tables().keySet()).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void takesEachFileOfTheArticlesFoldersAsATable() throws IOException {
        write(
                "SELECT 1 AS n",
                "dataset/taxi_2019_04.parquet",
                "dataset/taxi_2019_05.parquet",
                "dataset/fares_1.parquet",
                "dataset/fares_2.parquet",
                "reference/zones.parquet",
                "partitioned/date=2019-04-01/data_0.parquet");

        assertThat(tables().keySet())
                .containsExactlyInAnyOrder("taxi_2019_04", "taxi_2019_05", "fares", "zones", "partitioned");
    }

    @Test
    void givesNoTableANameOfDuckDbs() throws IOException {
        write("SELECT 1 AS n", "duckdb_tables.parquet", "information_schema/x.parquet", "pg_views.parquet");

        assertThat(tables().keySet()).containsExactlyInAnyOrder("_duckdb_tables", "_information_schema", "_pg_views");
    }

    @Test
    void letsEveryTableKeepItsNameWhicheverComesFirst() throws IOException {
        List<String> paths = List.of(
                "a/sales/1.parquet",
                "b/sales/1.parquet",
                "c/a/sales/1.parquet",
                "sales.parquet",
                "Sales.parquet",
                "a_sales.parquet");
        var random = new Random(19);
        for (int i = 0; i < 40; i++) {
            var order = new ArrayList<>(paths);
            Collections.shuffle(order, random);
            Map<String, String> names = new HashMap<>();
            Catalog known = new Catalog(List.of());
            for (int j = 1; j <= order.size(); j++) {
                List<DataFile> files = order.subList(0, j).stream()
                        .sorted()
                        .map(DiscoveryTest::file)
                        .toList();
                var tables = new ArrayList<Table>();
                for (Discovery.Named named :
                        new Discovery(new FolderMetadata(lake), "lake").named(Sources.of(files), known)) {
                    String path = named.source().files().getFirst().file().path();
                    assertThat(names.getOrDefault(path, named.name()))
                            .as("%s after %s", path, order)
                            .isEqualTo(named.name());
                    names.put(path, named.name());
                    tables.add(Discovery.table(
                            named, new TableColumns.United(List.of(), List.of(), List.of(), List.of())));
                }
                known = new Catalog(tables);
                assertThat(names.values().stream().map(String::toLowerCase))
                        .doesNotHaveDuplicates()
                        .hasSize(j);
            }
        }
    }

    @Test
    void saysWhatIsNoTable() throws IOException {
        write("SELECT 1 AS n", "good.parquet", "raw/_hidden.parquet");
        put(
                "raw/a.csv",
                "raw/b.csv",
                "notes.json",
                "LICENSE",
                "orders/_delta_log/0.json",
                "x.parquet.gz",
                "trips.xlsx");
        write(
                "SELECT 1 AS n",
                "orders/a.parquet",
                "ice/data/a.parquet",
                "hudi/a.parquet",
                "main/t/ducklake-0b4a5c6e-1111-4222-8333-444455556666.parquet",
                "ducklake-notes.parquet");
        put("ice/metadata/v1.metadata.json", "hudi/.hoodie/hoodie.properties", "readme.md");

        assertThat(tables().keySet()).containsExactlyInAnyOrder("good", "ducklake_notes");
        assertThat(leftOut())
                .extracting(LeftOut::path)
                .containsExactlyInAnyOrder(
                        "raw/*.csv", "notes.json", "orders/", "x.parquet.gz", "ice/", "hudi/", "main/t/", "trips.xlsx");
        assertThat(leftOut())
                .filteredOn(out -> out.path().equals("raw/*.csv"))
                .extracting(LeftOut::todo)
                .containsExactly("Make a table of them: duckboard lake add raw 'raw/*.csv'");
    }

    private Map<String, List<String>> tables() throws IOException {
        Map<String, List<String>> tables = new HashMap<>();
        catalog()
                .tables()
                .forEach(table -> tables.put(
                        table.name(),
                        table.files().stream().map(Catalog.File::path).toList()));
        return tables;
    }

    private List<LeftOut> leftOut() throws IOException {
        return catalog().leftOut();
    }

    private Catalog catalog() throws IOException {
        return new Discovery(new FolderMetadata(lake), "The lake")
                .catalog(new FolderListing(lake).list().files(), new Catalog(List.of()));
    }

    private static DataFile file(String path) {
        return new DataFile(new Catalog.File(path, 1, ""), Partition.of(path), List.of(), OptionalLong.empty());
    }

    private void write(String select, String... paths) throws IOException {
        for (String path : paths) {
            Files.createDirectories(lake.resolve(path).getParent());
            DuckDb.run("COPY (" + select + ") TO '" + lake.resolve(path) + "' (FORMAT parquet)");
        }
    }

    private void put(String... paths) throws IOException {
        for (String path : paths) {
            Files.createDirectories(lake.resolve(path).getParent());
            Files.writeString(lake.resolve(path), "some text");
        }
    }
}
