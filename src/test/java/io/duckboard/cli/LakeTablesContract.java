package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.tables.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests {@code duckboard lake add, ls, refresh} and {@code rm} on a lake of any kind. */
abstract class LakeTablesContract extends LakeTerminal {

    @Test
    void addsFilesOfAllKindsAsOneTable() throws IOException {
        file("a.csv", "id,fare,day\n1,2.5,2019-04-01\n2,3,2019-04-02\n");
        file("b.jsonl", "{\"fare\": 4, \"id\": 3, \"day\": \"2019-04-03\"}\n");
        parquet("c.parquet", "SELECT 4::INTEGER AS id, DATE '2019-04-04' AS day, 'late' AS note");

        assertThat(run("add", "rides", in("*.[cj]s*"), in("c.parquet"), "--describe", "fare=In dollars"))
                .isEqualTo(ExitCode.DONE);

        Table table = table("rides");
        assertThat(out()).startsWith("Table rides: 4 rows, 4 columns, ");
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.columns())
                .containsExactlyInAnyOrder(
                        new Catalog.Field("id", "BIGINT", ""),
                        new Catalog.Field("fare", "DOUBLE", "In dollars"),
                        new Catalog.Field("day", "DATE", ""),
                        new Catalog.Field("note", "VARCHAR", ""));
        Path whole = download(table);
        assertThat(DuckDb.rows("SELECT id, fare, day, note FROM '" + whole + "' ORDER BY id"))
                .startsWith(Arrays.asList("1", "2.5", "2019-04-01", null))
                .endsWith(Arrays.asList("4", null, "2019-04-04", "late"));
        assertThat(DuckDb.rows("SELECT DISTINCT compression FROM parquet_metadata('" + whole + "')"))
                .containsExactly(List.of("ZSTD"));
    }

    @Test
    void tellsWhatItFoundInTheFiles() throws IOException {
        file("a.csv", "id;when;fare\n1;31/12/2023;1,50\n2;01/02/2024;2,5\n");

        run("add", "rides", in("a.csv"));

        assertThat(out().lines().skip(1))
                .containsExactly(in("a.csv")
                        + ": `;` between fields, header, UTF-8, when: day first (%d/%m/%Y), fare: decimal commas, "
                        + "3 columns, 2 rows.");
        forget();
        run("add", "others", in("a.csv"), "--json", "--null", "x");
        assertThat(out())
                .contains("\"delimiter\" : \";\"", "\"header\" : true", "\"encoding\" : \"UTF-8\"", "\"badLines\" : 0")
                .contains("\"found\" : \"`;` between fields, header,");
    }

    @Test
    void readsFilesAsTheOptionsSay() throws IOException {
        Files.write(files.resolve("a.txt"), "junk\nä|1,5|01/02/2024|NA\nx|y\n".getBytes(StandardCharsets.ISO_8859_1));

        int code = run(
                "add",
                "rides",
                in("a.txt"),
                "--delimiter",
                "|",
                "--quote",
                "none",
                "--no-header",
                "--skip",
                "1",
                "--null",
                "NA",
                "--decimal",
                ",",
                "--encoding",
                "latin-1",
                "--date-format",
                "%d/%m/%Y",
                "--types",
                "column0=VARCHAR",
                "--bad-lines",
                in("bad.csv"));

        assertThat(err()).doesNotContain("Exception");
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(DuckDb.rows("FROM '" + download(table("rides")) + "'"))
                .containsExactly(Arrays.asList("ä", "1.5", "2024-02-01", null));
        assertThat(files.resolve("bad.csv")).content().contains("\"3\",\"4 fields expected, 2 found\",\"x|y\"");
    }

    @Test
    void addsAgainAfterALoadThatFailed() throws IOException {
        file("a.csv", "id,n\n1,2\n3\n");
        assertThat(run("add", "rides", in("a.csv"))).isEqualTo(ExitCode.FAILED);
        assertThat(listed()).isEmpty();
        file("a.csv", "id,n\n1,2\n3,4\n");

        assertThat(run("add", "rides", in("a.csv"))).isEqualTo(ExitCode.DONE);

        assertThat(table("rides").rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "--delimiter '', is nothing between fields",
                "--quote ab, is more than one sign",
                "--skip -1, is no number of lines",
                "--decimal ;, is neither",
                "--encoding klingon, is none that is known",
                "--types id, names no column and type",
                "--date-format day, is no format",
            })
    void refusesOptionsThatSayNothing(String option, String sentence) throws IOException {
        file("a.csv", "id\n1\n");
        String[] words = option.replace("''", "").split(" ", -1);

        assertThat(run("add", "rides", in("a.csv"), words[0], words[1])).isEqualTo(ExitCode.FAILED);

        assertThat(err()).contains(sentence).doesNotContain("Exception");
    }

    @Test
    void addsToWhatIsThere() throws IOException {
        strangersFile("zones.parquet", parquet("zones.parquet", "SELECT 1 AS zone"));
        file("a.csv", "id\n1\n");

        run("add", "rides", in("a.csv"));

        assertThat(catalog().orElseThrow().tables()).extracting(Table::name).containsExactly("zones", "rides");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add rides {files}/none.csv | There is no file",
                "add rides {files}/none*.csv | There is no file",
                "add rides {files} | noise.bin does not say by its name what it is",
                "add rides {files}/noise.parquet | noise.parquet cannot be read as Parquet",
                "add rides {files}/half.parquet | half.parquet cannot be read as Parquet",
                "add rides {files}/noise.bin | does not say by its name what it is",
                "add rides {files}/a.csv {files}/words.csv | Column id is BIGINT in",
                "add rides {files}/a.csv {files}/other.csv | has no column that the files before it have",
                "add rides {files}/a.csv --describe nothing=x | There is no column nothing",
                "add rides {files}/a.csv --describe nothing | names no column",
                "add 1rides {files}/a.csv | is no name for a table",
                "add ../rides {files}/a.csv | is no name for a table",
                "add select {files}/a.csv | is a word of SQL",
                "add duckdb_tables {files}/a.csv | is a word of SQL",
                "add there {files}/a.csv | There is a table there already",
                "add THERE {files}/a.csv | There is a table there already",
                "add rides s3://bucket/a.csv | is no address that can be read here",
                "add rides http://127.0.0.1:1/a.csv | broke off after 0 bytes",
                "rm rides --yes | There is no table rides. There are there.",
                "rm there | There is no terminal to ask on",
            })
    void saysInALineWhatIsWrongAndLeavesTheLakeAsItWas(String command, String sentence) throws IOException {
        parquet("half.parquet", "SELECT range AS id FROM range(1000)");
        byte[] whole = Files.readAllBytes(files.resolve("half.parquet"));
        Files.write(files.resolve("half.parquet"), Arrays.copyOf(whole, whole.length / 2));
        file("noise.parquet", "no Parquet at all, by far");
        file("noise.bin", "noise");
        file("a.csv", "id\n1\n");
        file("words.csv", "id\none\n");
        file("other.csv", "name\none\n");
        strangersFile("there.parquet", parquet("there.parquet", "SELECT 1 AS n"));
        run("refresh");
        Optional<Catalog> before = catalog();
        List<Catalog.File> all = listed();
        forget();

        assertThat(run(command.replace("{files}", files.toString()).split(" ", -1)))
                .isEqualTo(ExitCode.FAILED);

        assertThat(err().lines().filter(line -> !line.endsWith(" …")).toList()).hasSize(1);
        assertThat(err()).contains(sentence).doesNotContain("Exception");
        assertThat(catalog()).isEqualTo(before);
        assertThat(listed()).isEqualTo(all);
    }

    @Test
    void replacesATableAndRemovesTheOldFileWhenNoQueryCanReadIt() throws IOException {
        file("a.csv", "id\n1\n");
        file("b.csv", "id\n1\n2\n");
        run("add", "rides", in("a.csv"));
        String old = table("rides").files().getFirst().path();

        assertThat(run("add", "Rides", in("b.csv"), "--replace")).isEqualTo(ExitCode.DONE);

        assertThat(catalog().orElseThrow().tables()).hasSize(1);
        assertThat(table("rides").rows()).isEqualTo(2);
        run("refresh");
        assertThat(listed()).extracting(Catalog.File::path).contains(old);
        assertThat(refreshAfter(Duration.ofMinutes(16)))
                .extracting(Change::kind)
                .containsExactly(Change.Kind.REMOVED);
        assertThat(listed()).extracting(Catalog.File::path).doesNotContain(old).hasSize(1);
        assertThat(table("rides").rows()).isEqualTo(2);
        assertThat(catalog().orElseThrow().retired()).isEmpty();
    }

    @Test
    void listsTheTablesAndWhatOthersDidToThem() throws IOException {
        file("a.csv", "id,name\n1,x\n");
        strangersFile("there.parquet", parquet("there.parquet", "SELECT 1 AS n"));
        strangersFile("gone.parquet", parquet("gone.parquet", "SELECT 1 AS n"));
        run("add", "rides", in("a.csv"));
        strangersFile("there.parquet", parquet("there.parquet", "SELECT range AS n FROM range(3)"));
        strangerRemoves("gone.parquet");
        forget();

        assertThat(run("ls")).isEqualTo(ExitCode.DONE);

        assertThat(out().lines()
                        .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "TIME")
                                .replaceAll("[\\d.]+ k?B", "SIZE")
                                .replaceAll(" +", " ")
                                .strip()))
                .containsExactly(
                        "Table Rows Size Columns Built (UTC)",
                        "gone 1 SIZE 1 by others changed by others: 1 file gone",
                        "there 1 SIZE 1 by others changed by others: 1 file",
                        "rides 1 SIZE 2 TIME");
        forget();
        run("ls", "--json");
        assertThat(out())
                .contains(
                        "\"changedByOthers\" : [ \"there.parquet\" ]", "\"gone\" : [ \"gone.parquet\" ]", "\"BIGINT\"");
    }

    @Test
    void listsALakeWithoutACatalogAndWritesNone() throws IOException {
        strangersFile("there.parquet", parquet("there.parquet", "SELECT range AS n FROM range(3)"));

        run("ls");

        assertThat(out()).contains("there").containsPattern("there +3 ");
        assertThat(err()).contains("duckboard lake refresh");
        assertThat(catalog()).isEmpty();
    }

    @Test
    void refreshTakesInFilesThatChangedAndAppeared() throws IOException {
        strangersFile("there.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        strangersFile("data/days/day=2019-04-01/a.parquet", parquet("x.parquet", "SELECT range AS n FROM range(10)"));
        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);
        assertThat(table("days").rows()).isEqualTo(10);
        assertThat(table("days").columns())
                .containsExactly(new Catalog.Field("n", "BIGINT", ""), new Catalog.Field("day", "DATE", ""));

        strangersFile("there.parquet", parquet("x.parquet", "SELECT 'a' AS word, range AS n FROM range(5)"));
        strangersFile("data/days/day=2019-04-02/a.parquet", parquet("x.parquet", "SELECT range AS n FROM range(7)"));
        strangersFile("more/there.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        forget();
        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        assertThat(out().lines())
                .containsExactly(
                        "there 1 file changed: 5 rows.",
                        "days 1 file appeared: 17 rows.",
                        "more is a new table: 1 rows.");
        assertThat(table("days").files()).hasSize(2);
        assertThat(table("there").columns()).extracting(Catalog.Field::name).containsExactly("word", "n");
        assertThat(table("there").files()).isSubsetOf(listed());
    }

    @Test
    void refreshPublishesNothingIfNothingChanged() throws IOException {
        strangersFile("there.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        run("refresh");
        Published before = published().orElseThrow();
        forget();

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        assertThat(out()).isEqualTo("Nothing has changed.\n");
        assertThat(published().orElseThrow().version()).isEqualTo(before.version());
        assertThat(published().orElseThrow().at()).isEqualTo(before.at());
    }

    @Test
    void refreshGivesAnEmptyLakeACatalog() {
        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        assertThat(catalog()).contains(new Catalog(List.of()));
    }

    @Test
    void refreshTellsOfFilesThatAreGoneAndPrunesThemIfAsked() throws IOException {
        byte[] one = parquet("x.parquet", "SELECT 1 AS n");
        strangersFile("data/days/day=2019-04-01/a.parquet", one);
        strangersFile("data/days/day=2019-04-02/a.parquet", one);
        strangersFile("there.parquet", one);
        run("refresh");
        Catalog before = catalog().orElseThrow();
        strangerRemoves("data/days/day=2019-04-01/a.parquet");
        strangerRemoves("there.parquet");
        forget();

        run("refresh");
        assertThat(out()).contains("there lacks there.parquet, which is gone").contains("days lacks data/days");
        assertThat(catalog()).contains(before);

        run("refresh", "--prune");
        assertThat(catalog().orElseThrow().tables()).extracting(Table::name).containsExactly("days");
        assertThat(table("days").rows()).isEqualTo(1);
    }

    @Test
    void refreshLeavesWhatItCannotReadAsItWasAndTakesInTheRest() throws IOException {
        strangersFile("there.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        run("refresh");
        Table before = table("there");
        strangersFile("there.parquet", "no Parquet at all, by far".getBytes(StandardCharsets.UTF_8));
        strangersFile("tiny.parquet", "PAR1".getBytes(StandardCharsets.UTF_8));
        strangersFile("good.parquet", parquet("x.parquet", "SELECT 1 AS n"));

        assertThat(run("refresh")).isEqualTo(ExitCode.FAILED);

        assertThat(err().lines())
                .containsExactly(
                        "there stays as it was: there.parquet cannot be read. It is no Parquet file, or was cut"
                                + " off: its end is missing. Remove it from the lake, or put a whole file in its place.");
        assertThat(out().lines())
                .containsExactly(
                        "there is a new table: 1 rows.",
                        "good is a new table: 1 rows.",
                        "tiny.parquet is left out. It is no Parquet file: it has only 4 bytes. Remove it from the lake,"
                                + " or put a whole file in its place.",
                        "1 file left out in all: duckboard lake ls --left-out");
        assertThat(table("there")).isEqualTo(before);
        assertThat(table("good").rows()).isEqualTo(1);
    }

    @Test
    void refreshTakesInWhatOthersNamedByAUuid() throws IOException {
        byte[] one = parquet("x.parquet", "SELECT 1 AS n");
        strangersFile("dataset/trips-8a6e0804-2bd0-4672-b79d-d97027f9071a.parquet", one);
        strangersFile("reference/8a6e0804-2bd0-4672-b79d-d97027f9071a.parquet", one);
        strangersFile("partitioned/sales/day=2019-04-01/data_0.parquet", one);
        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);
        assertThat(catalog().orElseThrow().tables()).hasSize(3);

        strangersFile("partitioned/sales/day=2019-04-02/data_8a6e0804-2bd0-4672-b79d-d97027f9071a.parquet", one);
        forget();
        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);
        refreshAfter(Duration.ofHours(2));

        assertThat(out()).isEqualTo("sales 1 file appeared: 2 rows.\n");
        assertThat(table("sales").rows()).isEqualTo(2);
        assertThat(listed()).hasSize(4);
    }

    @Test
    void refreshFindsNoTableInPrivateFoldersAndLeavesThem() throws IOException {
        byte[] one = parquet("x.parquet", "SELECT 1 AS n");
        List<String> theirs = List.of(
                "staging/x.parquet",
                "results/x.parquet",
                "results/8a6e0804-2bd0-4672-b79d-d97027f9071a.csv",
                "control/8a6e0804-2bd0-4672-b79d-d97027f9071a",
                "_duckboard/results/8a6e0804-2bd0-4672-b79d-d97027f9071a.parquet",
                "_duckboard/journal/8a6e0804-2bd0-4672-b79d-d97027f9071a.json");
        for (String path : theirs) {
            strangersFile(path, one);
        }

        run("refresh");
        refreshAfter(Duration.ofDays(3));

        assertThat(catalog().orElseThrow().tables()).isEmpty();
        forget();
        run("ls");
        assertThat(out()).contains("3 files left out:", "control/: Earlier versions", "results/: ", "staging/: ");
        assertThat(err()).contains("_duckboard/journal/8a6e0804-2bd0-4672-b79d-d97027f9071a.json is left alone");
    }

    @Test
    void listsNothingOfItsOwnAsLeftAlone() throws IOException {
        file("a.csv", "id\n1\n");
        run("populate");
        run("add", "rides", in("a.csv"));
        forget();

        run("ls");

        assertThat(err()).isEmpty();
    }

    @Test
    void refreshLeavesOutDaysThatALoadOfBeforeMayHaveLeftAndSaysSo() throws IOException {
        run("populate");
        String day = "partitioned/date=2019-04-01/data_0.8a6e0804-2bd0-4672-b79d-d97027f9071a.parquet";
        strangersFile(day, parquet("x.parquet", "SELECT 1 AS n"));
        forget();

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);
        refreshAfter(Duration.ofDays(3));

        assertThat(out()).startsWith(day + " is left out. It is named as by a load of Duckboard's into trips_by_day,");
        assertThat(table("trips_by_day").rows()).isEqualTo(10_000);
        assertThat(listed()).extracting(Catalog.File::path).contains(day);
    }

    @Test
    void refreshFindsNoTableInAFirstLoadThatWasReloaded() {
        run("populate");
        run("populate", "synthetic", "--rows", "100");
        forget();

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        assertThat(out()).isEqualTo("Nothing has changed.\n");
        assertThat(listed()).extracting(Catalog.File::path).contains("dataset/taxi_2019_04.parquet");
    }

    @Test
    void refreshFindsWhatItMadeWhenTheCatalogIsLost() throws IOException {
        file("a.csv", "id\n1\n");
        run("add", "rides", in("a.csv"));
        String path = table("rides").files().getFirst().path();
        strangerRemoves("catalog.json");

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);
        refreshAfter(Duration.ofDays(3));

        assertThat(catalog().orElseThrow().tables())
                .flatExtracting(Table::files)
                .extracting(Catalog.File::path)
                .containsExactly(path);
        assertThat(listed()).extracting(Catalog.File::path).containsExactly(path);
    }

    @Test
    void populateLeavesAViewThatOthersHaveExported() throws IOException {
        byte[] theirs = parquet("x.parquet", "SELECT 1 AS location_id, 2 AS counts");
        strangersFile("dashboard/my_view.parquet", theirs);

        assertThat(run("populate")).isEqualTo(ExitCode.DONE);

        assertThat(out()).contains("dashboard/my_view.parquet is somebody else's and stays as it is");
        try (LakeStore store = store()) {
            assertThat(store.tail("dashboard/my_view.parquet", theirs.length)).isEqualTo(theirs);
        }
    }

    @Test
    void removesATableAndKeepsItsFilesForAWhile() throws IOException {
        file("a.csv", "id\n1\n");
        run("add", "rides", in("a.csv"));
        String path = table("rides").files().getFirst().path();
        forget();

        assertThat(run("rm", "rides", "--yes")).isEqualTo(ExitCode.DONE);

        assertThat(out()).startsWith("Table rides is taken out. Queries may still read " + path);
        assertThat(catalog().orElseThrow().tables()).isEmpty();
        assertThat(refreshAfter(Duration.ofMinutes(14))).isEmpty();
        assertThat(listed()).extracting(Catalog.File::path).contains(path);
        assertThat(refreshAfter(Duration.ofMinutes(16))).hasSize(1);
        assertThat(listed()).isEmpty();
    }

    @Test
    void neverRemovesFilesOfOthers() throws IOException {
        strangersFile("dataset/there.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        run("refresh");
        forget();

        run("rm", "there", "--yes");

        assertThat(out()).contains("dataset/there.parquet not Duckboard's alone stays where it is");
        refreshAfter(Duration.ofDays(1));
        assertThat(listed()).extracting(Catalog.File::path).containsExactly("dataset/there.parquet");
    }

    @Test
    void keepsWhatItMakesInTheWorkspaceIfThatIsApart(@TempDir Path workspace) throws IOException {
        strangersFile("there.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        List<Catalog.File> before = listed();
        file("a.csv", "id\n1\n");
        var apart = Map.of("DUCKBOARD_WORKSPACE", workspace.toString());

        assertThat(run(apart, "add", "rides", in("a.csv"))).isEqualTo(ExitCode.DONE);
        assertThat(run(apart, "refresh")).isEqualTo(ExitCode.DONE);
        run(apart, "ls", "--json");

        assertThat(out()).contains("\"rides\"", "\"there\"", "\"changedByOthers\" : [ ]");
        assertThat(listed()).isEqualTo(before);
        assertThat(catalog()).isEmpty();
        assertThat(Files.readString(workspace.resolve("catalog.json"))).containsOnlyOnce("\"place\" : \"workspace\"");
        assertThat(run(apart, "rm", "rides", "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(run(apart, "rm", "there", "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(listed()).isEqualTo(before);
    }
}
