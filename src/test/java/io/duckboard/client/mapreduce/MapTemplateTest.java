package io.duckboard.client.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {part} is replaced by the partition's files, in the form that its place in the SQL needs. */
class MapTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FROM {part} | FROM 'l/d=1/*.parquet'",
                "FROM '{part}' | FROM 'l/d=1/*.parquet'",
                "FROM read_parquet('{part}') | FROM read_parquet('l/d=1/*.parquet')",
                "FROM read_parquet({part}, filename=true) | FROM read_parquet('l/d=1/*.parquet', filename=true)",
                "FROM \"{part}\" | FROM \"l/d=1/*.parquet\"",
                "SELECT 'it''s {part}', {part} | SELECT 'it''s l/d=1/*.parquet', 'l/d=1/*.parquet'",
                "SELECT 'a' AS \"b'c\" FROM {part} | SELECT 'a' AS \"b'c\" FROM 'l/d=1/*.parquet'",
                "SELECT '{part}' + {part} | SELECT 'l/d=1/*.parquet' + 'l/d=1/*.parquet'",
                "FROM {part} /* isn't {part} */ WHERE a | FROM 'l/d=1/*.parquet' /* isn't {part} */ WHERE a",
                "FROM {part} -- isn't it | FROM 'l/d=1/*.parquet' -- isn't it",
                "SELECT 1 - 2 / 3 FROM {part} | SELECT 1 - 2 / 3 FROM 'l/d=1/*.parquet'",
                "FROM $${part}$$ | FROM $$l/d=1/*.parquet$$",
                "FROM $a$it's {part}$a$ | FROM $a$it's l/d=1/*.parquet$a$",
                "SELECT E'it\\'s {part}', {part} | SELECT E'it\\'s l/d=1/*.parquet', 'l/d=1/*.parquet'",
                "/* /* */ isn't */ FROM {part} | /* /* */ isn't */ FROM 'l/d=1/*.parquet'",
                "FROM {part} WHERE a = 'open | FROM 'l/d=1/*.parquet' WHERE a = 'open",
            })
    void fillsThePartIn(String template, String sql) {
        assertThat(new MapTemplate(template).of(new Partition("d=1", List.of("l/d=1/*.parquet"))))
                .isEqualTo(sql);
    }

    @Test
    void knowsWhereACommentEnds() {
        assertThat(new MapTemplate("-- isn't\nFROM {part}").of(new Partition("d", List.of("l/d"))))
                .isEqualTo("-- isn't\nFROM 'l/d'");
        assertThat(new MapTemplate("-- isn't\rFROM {part}").of(new Partition("d", List.of("l/d"))))
                .isEqualTo("-- isn't\rFROM 'l/d'");
    }

    @Test
    void doublesQuotesInPaths() {
        var quoted = new Partition("o'b", List.of("/o'b/\"x\""));

        assertThat(new MapTemplate("FROM {part}").of(quoted)).isEqualTo("FROM '/o''b/\"x\"'");
        assertThat(new MapTemplate("FROM '{part}'").of(quoted)).isEqualTo("FROM '/o''b/\"x\"'");
        assertThat(new MapTemplate("FROM E'{part}'").of(new Partition("o'b", List.of("C:\\o'b"))))
                .isEqualTo("FROM E'C:\\\\o''b'");
        assertThat(new MapTemplate("FROM \"{part}\"").of(quoted)).isEqualTo("FROM \"/o'b/\"\"x\"\"\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FROM {part} | FROM read_parquet(['a', 'b'])",
                "FROM {part} JOIN {part} | FROM read_parquet(['a', 'b']) JOIN read_parquet(['a', 'b'])",
                "FROM read_parquet(/* all */ {part}) | FROM read_parquet(/* all */ ['a', 'b'])",
                "FROM read_parquet( {part}, filename=true) | FROM read_parquet( ['a', 'b'], filename=true)",
            })
    void listsSeveralFiles(String template, String sql) {
        assertThat(new MapTemplate(template).of(new Partition("d", List.of("a", "b"))))
                .isEqualTo(sql);
    }

    @Test
    void hasRoomForOneFileInQuotes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MapTemplate("FROM '{part}'").of(new Partition("d=1", List.of("a", "b"))))
                .withMessageContaining("d=1 has 2 files");
    }

    @Test
    void needsAPart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MapTemplate("FROM trips"))
                .withMessageContaining("{part}");
    }

    @Test
    void asksSeveralPartitionsAtOnce() {
        var two = List.of(new Partition("d=1", List.of("l/1")), new Partition("d=2", List.of("l/2")));

        assertThat(new MapTemplate("SELECT max(n) FROM {part} -- most").ofAll(two))
                .hasValue(
                        "(\nSELECT max(n) FROM 'l/1' -- most\n) UNION ALL BY NAME (\nSELECT max(n) FROM 'l/2' -- most\n)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM {part}) UNION ALL (FROM {part}",
                "FROM {part})",
                "(FROM {part}",
                "FROM {part} WHERE a = 'open",
                "FROM {part} /* open",
            })
    void asksThemOneByOneIfTheTextWouldEndElsewhere(String template) {
        var two = List.of(new Partition("d=1", List.of("l/1")), new Partition("d=2", List.of("l/2")));

        assertThat(new MapTemplate(template).ofAll(two)).isEmpty();
    }
}
