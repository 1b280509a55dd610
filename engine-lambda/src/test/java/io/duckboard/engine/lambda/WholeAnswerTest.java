package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks an answer byte by byte: quack-reduce's clients find the members where they expect them. */
class WholeAnswerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-04-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path lake;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"q\": \"SELECT n, text FROM numbers ORDER BY n LIMIT 50\", \"limit\": 2} | records.json",
                "{\"q\": \"SELECT n, text FROM numbers WHERE n = 1\", \"format\": \"rows\"} | rows.json",
                "{\"q\": \"SELECT nn FROM numbers\"} | unknown-name.json",
                "{\"q\": \"SELECT n FROM nombers\"} | unknown-table.json",
                "{\"limit\": 20} | no-sql.json"
            })
    void staysAsItIs(String event, String file) throws IOException {
        assertThat(answer(event)).isEqualTo(golden(file));
    }

    /** Text that differs from run to run is replaced with #; its form is kept. */
    private String answer(String event) {
        return engine().text(event)
                .replaceAll("\"timeMs\":\\d+\\.\\d{3},", "\"timeMs\":#,")
                .replaceAll("\"(bytesRead|peakMemoryBytes)\":(\\d+|null),", "\"$1\":#,")
                .replaceAll("\"billedMs\":\\d+,", "\"billedMs\":#,")
                .replaceAll("\"estimatedUsd\":[\\d.]+(E-\\d+)?,", "\"estimatedUsd\":#,")
                .replaceAll("\"catalogVersion\":\"[0-9a-f]+-[0-9a-f]+\"", "\"catalogVersion\":\"#\"")
                .replaceAll("\"engine\":\"Duckboard [^,]+, ", "\"engine\":\"Duckboard #, ");
    }

    private InProcess engine() {
        var tables = new TestLake(lake).table("numbers", "SELECT range AS n, 'row ' || range AS text FROM range(100)");
        return new InProcess(new EngineSettings(tables.location(), 1024, temporary, Optional.empty()), CLOCK);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = WholeAnswerTest.class.getResourceAsStream("answers/" + name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
