package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.testing.OthersLakes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lakes that other writers have left are listed and refreshed right, wherever they lie. */
abstract class OthersLakesTablesContract extends LakeTerminal {

    @TempDir
    private Path unpacked;

    private void unpack(String name) throws IOException {
        Path lake = OthersLakes.lake(name, unpacked.resolve(name));
        try (Stream<Path> walk = Files.walk(lake)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                strangersFile(lake.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    @Test
    void listsEachBadFileAndShowsTheGoodOnes() throws IOException {
        unpack("broken");

        assertThat(run("ls")).isEqualTo(ExitCode.DONE);

        assertThat(out())
                .containsPattern("good +3 ")
                .contains(
                        "7 files left out:",
                        "  encrypted.parquet: It is encrypted.\n",
                        "  cut.parquet: It is no Parquet file, or was cut off: its end is missing.\n",
                        "  days/day=2024-01-02/a.parquet: It is empty.\n");
        forget();
        run("ls", "--left-out");
        assertThat(out())
                .contains(
                        "nothing.parquet\n  It is empty.\n  Remove it from the lake, or put a whole file in its place.\n");
        forget();
        run("ls", "--left-out", "--json");
        assertThat(out()).startsWith("[ {\n  \"path\" : \"csv_really.parquet\",\n  \"reason\" : ");
    }

    @Test
    void refreshLeavesBadFilesOutOnceAndTakesInTheRest() throws IOException {
        unpack("broken");

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        assertThat(out())
                .contains("good is a new table: 3 rows.", "nothing.parquet is left out. It is empty. Remove it")
                .endsWith("7 files left out in all: duckboard lake ls --left-out\n");
        assertThat(catalog().orElseThrow().leftOut()).extracting(LeftOut::path).hasSize(7);
        forget();
        run("refresh");
        assertThat(out()).isEqualTo("Nothing has changed.\n7 files left out in all: duckboard lake ls --left-out\n");
        forget();
        run("ls");
        assertThat(out()).contains("7 files left out:");
    }

    @Test
    void takesInAFileThatWasLeftOutOnceItIsWhole() throws IOException {
        unpack("broken");
        run("refresh");
        strangersFile("nothing.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        strangersFile("good.parquet", parquet("x.parquet", "SELECT range AS n FROM range(5)"));
        forget();

        run("refresh");

        assertThat(out().lines())
                .containsExactly(
                        "good 1 file changed: 5 rows.",
                        "nothing is a new table: 1 rows.",
                        "6 files left out in all: duckboard lake ls --left-out");
    }

    @Test
    void listsWhatAPublishedCatalogDoesNotKnowYet() throws IOException {
        run("refresh");
        strangersFile("late.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        strangersFile("late.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8));
        forget();

        run("ls");

        assertThat(out())
                .contains(
                        "2 files left out:",
                        "  late.parquet: The catalog does not know it yet.",
                        "  late.csv: It is no Parquet file.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"append", "clashes", "delta", "evolution", "extensions", "hive", "hivetop", "owned", "spark"})
    void refreshPublishesWhatAListingShows(String lake) throws IOException {
        unpack(lake);
        run("ls", "--json");
        String before = out();
        forget();

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        forget();
        run("ls", "--json");
        assertThat(out()).isEqualTo(before);
    }

    @Test
    void addingATableLeavesTheOthersAsTheyAre() throws IOException {
        unpack("evolution");
        file("a.csv", "id\n1\n");

        run("add", "rides", in("a.csv"));
        run("refresh");

        assertThat(table("removed").rows()).isEqualTo(2);
        assertThat(table("widened").variants()).hasSize(2);
        assertThat(catalog().orElseThrow().tables())
                .extracting(Table::name)
                .containsExactly("added", "removed", "widened", "rides");
    }

    @ParameterizedTest
    @CsvSource({
        "sales/a, Sales/a, x/sales/a, sales",
        "Sales/a, x/sales/a, sales, sales/a",
        "x/sales/a, sales, sales/a, Sales/a",
        "sales, sales/a, Sales/a, x/sales/a",
        "Sales/a, sales/a, sales, x/sales/a",
        "sales, x/sales/a, Sales/a, sales/a"
    })
    void aNewTableRenamesNoOther(String first, String second, String third, String fourth) throws IOException {
        var names = new ArrayList<String>();
        int rows = 1;
        for (String path : List.of(first, second, third, fourth)) {
            strangersFile(path + ".parquet", parquet("x.parquet", "SELECT * FROM range(" + rows + ")"));
            run("refresh");
            List<Table> tables = catalog().orElseThrow().tables();
            names.add(tables.getLast().name());
            assertThat(tables).extracting(Table::name).containsExactlyElementsOf(names);
            assertThat(tables.getLast().rows()).isEqualTo(rows);
            rows++;
        }
        assertThat(names).doesNotHaveDuplicates().first().isEqualTo("sales");
    }

    @Test
    void newFilesJoinTheTableOfTheirFolderWithWhatIsNewInThem() throws IOException {
        strangersFile("sales/part-0.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        run("refresh");
        strangersFile("sales/part-1.parquet", parquet("x.parquet", "SELECT 2::BIGINT AS n, 0.5 AS tip"));
        strangersFile("sales/part-2.parquet", parquet("x.parquet", "SELECT [1] AS n"));
        forget();

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        assertThat(out())
                .contains(
                        "sales 1 file appeared: 2 rows.",
                        "sales/part-2.parquet is left out. Its files do not go together: n is");
        assertThat(table("sales").columns())
                .containsExactly(new Catalog.Field("n", "BIGINT", ""), new Catalog.Field("tip", "DECIMAL(2,1)", ""));
        assertThat(table("sales").variants()).hasSize(2);
    }

    @Test
    void readsTablesOfAnEarlierCatalogAnew() throws IOException {
        unpack("evolution");
        run("refresh");
        Catalog right = catalog().orElseThrow();
        var old = right.tables().stream()
                .map(table -> new Table(
                        table.name(),
                        table.kind(),
                        table.files(),
                        table.partitionColumns(),
                        table.columns().reversed(),
                        table.rows(),
                        table.builtAt(),
                        table.builtFrom()))
                .toList();
        strangersFile("catalog.json", CatalogJson.write(new Catalog(old, List.of(), List.of(), List.of(), 2)));
        file("a.csv", "id\n1\n");

        run("add", "rides", in("a.csv"), "--raise-format");
        run("refresh");

        assertThat(catalog().orElseThrow().tables()).startsWith(right.tables().toArray(Table[]::new));
    }

    @Test
    void dropsATableThatOnlyItsLogKnowsAndSaysSo() throws IOException {
        unpack("append");
        run("refresh");
        strangersFile("partitioned/sales/_delta_log/00000000000000000000.json", "{}".getBytes(StandardCharsets.UTF_8));
        forget();

        run("refresh");

        assertThat(out())
                .startsWith(
                        "sales is no table any more. It is a Delta table, and only its log says which files count.");
        assertThat(catalog().orElseThrow().tables()).isEmpty();
    }
}
