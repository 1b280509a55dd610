package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine found in a lake without a catalog is known to the next one, and kept outside of the lake. */
class RememberedTablesTest {

    @TempDir
    private Path lake;

    @TempDir
    private Path home;

    @BeforeEach
    void find() throws IOException {
        write("b/sales/part-0.parquet", "SELECT 1 AS n");
        write("b/sales/part-1.parquet", "SELECT 2.5::DOUBLE AS n, 'x' AS t");

        assertThat(engine().rows("SELECT sum(n) FROM sales")).hasToString("[[3.5]]");
    }

    @Test
    void keepsTheNamesOfTables() throws IOException {
        write("a/sales/part-0.parquet", "SELECT 10 AS n");

        assertThat(engine().rows("SELECT sum(n) FROM sales")).hasToString("[[3.5]]");
        assertThat(engine().rows("SELECT n FROM a_sales")).containsExactly(List.of(10));
    }

    @Test
    void readsFilesThatHaveChanged() throws IOException {
        write("b/sales/part-1.parquet", "SELECT 4.25::DOUBLE AS n, 'x' AS t, 7 AS more");
        write("b/sales/part-2.parquet", "SELECT 1 AS n");

        assertThat(engine().rows("SELECT sum(n), sum(more)::INTEGER, count(t) FROM sales"))
                .hasToString("[[6.25, 7, 1]]");
    }

    @Test
    void looksAnewIfTheMemoryIsDamaged() throws IOException {
        for (Path file : remembered()) {
            Files.writeString(file, "{\"version\": 3, \"tab");
        }

        assertThat(engine().rows("SELECT sum(n) FROM sales")).hasToString("[[3.5]]");
    }

    @Test
    void writesNothingIntoTheLake() throws IOException {
        assertThat(remembered()).hasSize(1);
        try (Stream<Path> files = Files.walk(lake)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !lake.relativize(file).startsWith("_duckboard"))
                            .map(file -> lake.relativize(file).toString()))
                    .containsExactlyInAnyOrder("b/sales/part-0.parquet", "b/sales/part-1.parquet");
        }
    }

    private List<Path> remembered() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.toList();
        }
    }

    private InProcess engine() {
        return new InProcess(EngineSettings.from(
                Map.of("DUCKBOARD_LAKE", lake.toString(), EngineSettings.DISCOVERED, home.toString())));
    }

    private void write(String path, String select) throws IOException {
        Files.createDirectories(lake.resolve(path).getParent());
        DuckDb.run("COPY (" + select + ") TO '" + lake.resolve(path) + "' (FORMAT parquet)");
    }
}
