package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine gives an editor DuckDB's words and the lake's tables. */
@Tag("process")
class VocabularyTest {

    @Test
    void knowsTheWordsAndTheTables(@TempDir Path folder) throws IOException {
        var lake = new TestLake(folder).table("zones", "SELECT 1 AS id, 'Astoria' AS zone");
        try (TestEngine engine = TestEngine.over(lake.location(), 1, Duration.ofSeconds(30))) {
            Vocabulary vocabulary = Vocabulary.of(engine.answer(Vocabulary.question()));

            assertThat(vocabulary.keywords()).contains("select", "qualify", "zone");
            assertThat(vocabulary.reserved()).contains("select").doesNotContain("zone");
            assertThat(vocabulary.functions())
                    .contains("count", "date_trunc")
                    .doesNotContain("+")
                    .doesNotHaveDuplicates();
            assertThat(vocabulary.tables())
                    .containsExactly(new Vocabulary.Table(
                            "zones",
                            List.of(new Vocabulary.Column("id", "INTEGER"), new Vocabulary.Column("zone", "VARCHAR"))));
        }
    }

    @Test
    void knowsOfNoTablesInAnEmptyLake(@TempDir Path folder) throws IOException {
        try (TestEngine engine = TestEngine.over(new TestLake(folder).location(), 1, Duration.ofSeconds(30))) {
            assertThat(Vocabulary.of(engine.answer(Vocabulary.question())).tables())
                    .isEmpty();
        }
    }
}
