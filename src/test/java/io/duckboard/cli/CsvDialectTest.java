package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.engine.testing.TypedValues;
import io.duckboard.testing.SampleEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --format csv} prints and what {@code --out} writes are the same bytes. */
@Tag("process")
class CsvDialectTest {

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    @TempDir
    private Path folder;

    @Test
    void isOneForValuesOfEveryType() throws IOException {
        String columns = TypedValues.all()
                .map(value -> value + ", [" + value + ", NULL], {'f': " + value + "}")
                .collect(Collectors.joining(", "));

        assertThat(printed("SELECT " + columns)).isEqualTo(written("SELECT " + columns));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 AS a, 2 AS a, 3 AS A, 4 AS a_1, 5 AS \"x,y\", 6 AS \"q\"\"q\", 7 AS \"#\", 8 AS \" \"",
                "SELECT unnest(['', NULL, ' ', '#', ',', '\"', chr(10), chr(13), chr(9), ';', '''', 'a\"b,c', 'NULL']) AS v",
                "SELECT unnest(['', NULL]) AS a, unnest([NULL, '']) AS b",
                "SELECT unnest([true, false, NULL]) AS v",
                "SELECT unnest([1e15, 1e16, 1e17, 123456789.125, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308]::DOUBLE[]) AS v",
                "SELECT unnest([1e7, 1e15, 1e16, 0.1, 1e-5, 3.4028235e38]::FLOAT[]) AS v",
                "SELECT 1 AS a WHERE false",
                "SELECT pickup_at, fare_amount FROM trips ORDER BY ALL LIMIT 20",
                "DESCRIBE trips",
            })
    void isOneForEveryAnswer(String sql) throws IOException {
        assertThat(printed(sql)).isEqualTo(written(sql));
    }

    @Test
    void takesParametersWhoseTypesAreSettledByTheirValues() {
        assertThat(run(
                                "SELECT $day AS day, [$day] AS days",
                                "--param",
                                "day:TIMESTAMP=1582-10-10 00:00:00",
                                "--format",
                                "csv")
                        .out())
                .isEqualTo("day,days\n1582-10-10 00:00:00,['1582-10-10 00:00:00']\n");
    }

    @Test
    void printsWhatNoFileCanHold() {
        assertThat(run("PIVOT (SELECT 'a' AS k, 1.5 AS v) ON k USING max(v)", "--format", "csv")
                        .out())
                .isEqualTo("a\n1.5\n");
    }

    private String printed(String sql) {
        CommandRun run = run(sql, "--format", "csv");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        return run.out();
    }

    private String written(String sql) throws IOException {
        Path file = folder.resolve("answer.csv");
        CommandRun run = run(sql, "--out", file.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        return Files.readString(file);
    }

    private static CommandRun run(String sql, String... options) {
        String[] line =
                Stream.concat(Stream.of("query", sql), Stream.of(options)).toArray(String[]::new);
        return CommandRun.of(Map.of("DUCKBOARD_HOME", ENGINE.home().toString()), line);
    }
}
