package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports two million rows in constant memory with a worker's 256 MB of heap and 3,008 MB of address space. */
@Tag("process")
class LargeExportTest {

    private static final int ROWS = 2_000_000;

    /**
     * The longest time that Lambda allows a function: the test is about a worker's memory and not about a machine's
     * speed.
     */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Measured: Parquet 122, CSV 105, jsonl 171 MB. A worker takes about 90 of these before it does anything. */
    private static final long MOST_BYTES = 400_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("formats")
    void writesTwoMillionRows(Export format) throws IOException {
        TestLake lake = new TestLake(folder).table("numbers", "SELECT 1 AS n");
        try (TestEngine engine = TestEngine.over(lake.location(), 1, LONGEST)) {
            Answer.Exported answer =
                    engine.exported(Request.Query.of("SELECT range AS n, hash(range) AS h, 'text ' || range AS t,"
                                    + " TIMESTAMP '2019-04-01' + to_seconds(range::BIGINT) AS at, range / 7 AS d FROM range("
                                    + ROWS + ")")
                            .into(format));

            assertThat(answer.file().rows()).isEqualTo(ROWS);
            assertThat(answer.metadata().usage().peakMemoryBytes().orElse(0)).isLessThan(MOST_BYTES);
            assertThat(DuckDb.rows("SELECT count(*), count(DISTINCT n), max(n) FROM '"
                            + folder.resolve(answer.file().path()) + "'"))
                    .containsExactly(List.of("2000000", "2000000", "1999999"));
        }
    }

    static List<Export> formats() {
        return List.of(new Export.Parquet(), new Export.Csv(Export.Escape.SPREADSHEET), new Export.JsonLines());
    }
}
