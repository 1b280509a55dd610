package io.duckboard.lake.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.CommandRun;
import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lakes of other people, three days old, with files whose names Duckboard's own files have or once had. */
@Tag("process")
class OwnedLakeTest {

    private final FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(3)));

    @TempDir
    private Path temporary;

    private Path root;
    private Place lake;

    @BeforeEach
    void makeAnEmptyOne() throws IOException {
        root = Files.createDirectory(temporary.resolve("lake"));
        lake = new FolderPlace(root);
    }

    @Test
    void keepsAllFilesWhenItIsQueried() throws IOException {
        DuckDb.run("COPY (SELECT DATE '2024-01-01' + i::INTEGER AS day, i AS n FROM range(2) t(i)) TO '"
                + Files.createDirectory(root.resolve("dataset")) + "/sales'"
                + " (FORMAT parquet, PARTITION_BY (day), FILENAME_PATTERN '{uuid}')");
        table("plain.parquet");
        for (String above : List.of("", "_duckboard/")) {
            table(above + "results/" + UUID.randomUUID() + ".csv");
            table(above + "results/report.parquet");
            table(above + "staging/" + UUID.randomUUID() + ".parquet");
            table(above + "staging/orders.parquet");
            table(above + "control/batches.parquet");
        }
        table("reference/" + UUID.randomUUID() + ".parquet");
        table("models/m/" + UUID.randomUUID() + ".parquet");
        makeOld();
        SortedMap<String, String> before = lake.files();

        try (var session = session()) {
            assertThat(session.perform(new Action.Query(Action.Engine.COLD))).isEqualTo("done");
            assertThat(session.perform(new Action.Export(Action.Engine.COLD, "csv")))
                    .isEqualTo("done");
        }

        assertThat(Difference.of(before, lake.files())).allMatch(line -> line.contains("was not there"));
    }

    @Test
    void losesNoMarkerThatIsNotDuckboardsToACancel() throws IOException {
        for (String control : List.of("control/", "_duckboard/control/")) {
            table(control + UUID.randomUUID());
            table(control + "batches.parquet");
        }
        makeOld();
        SortedMap<String, String> before = lake.files();

        try (var session = session()) {
            session.perform(new Action.Cancel(Action.Cancel.Of.QUERY));
            session.perform(new Action.Cancel(Action.Cancel.Of.ENDED));
        }

        assertThat(Difference.of(before, lake.files())).allMatch(line -> line.contains("was not there"));
    }

    @Test
    void hasWhatDuckDbAppendedBeforeAndAfterItIsRefreshed() throws IOException {
        Path sales = Files.createDirectory(root.resolve("partitioned")).resolve("sales");
        DuckDb.run("COPY (SELECT 1 n, DATE '2024-01-01' d) TO '" + sales + "' (FORMAT parquet, PARTITION_BY (d))");
        DuckDb.run(
                "COPY (SELECT 2 n, DATE '2024-01-02' d) TO '" + sales + "' (FORMAT parquet, PARTITION_BY (d), APPEND)");
        makeOld();
        SortedMap<String, String> before = lake.files();

        try (var _ = session()) {
            assertThat(sum()).isEqualTo("n\n3\n");
            assertThat(duckboard("lake", "refresh").out()).isEqualTo("sales is a new table: 2 rows.\n");
            Files.setLastModifiedTime(
                    root.resolve("catalog.json"), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
            assertThat(duckboard("lake", "refresh").out()).isEqualTo("Nothing has changed.\n");
            assertThat(sum()).isEqualTo("n\n3\n");
        }

        assertThat(before).hasSize(2);
        assertThat(Difference.of(before, lake.files())).allMatch(line -> line.contains("was not there"));
    }

    private Session session() {
        return new Session(List.of(lake), Map.of(), temporary.resolve("home"), new MovedClock());
    }

    private String sum() {
        return duckboard("query", "--format", "csv", "SELECT sum(n) AS n FROM sales")
                .out();
    }

    private CommandRun duckboard(String... command) {
        return CommandRun.of(
                Map.of(
                        "DUCKBOARD_LAKE", root.toString(),
                        "DUCKBOARD_HOME", temporary.resolve("home").toString()),
                Clock.systemUTC(),
                command);
    }

    private void table(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        DuckDb.run("COPY (SELECT '" + path + "' AS who) TO '" + file + "' (FORMAT parquet)");
    }

    private void makeOld() throws IOException {
        for (String file : lake.files().keySet()) {
            Files.setLastModifiedTime(root.resolve(file), old);
        }
    }
}
