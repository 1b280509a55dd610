package io.duckboard.cli.format;

import static io.duckboard.format.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.format.Answers;
import io.duckboard.format.JsonText;
import io.duckboard.format.MarkdownText;
import io.duckboard.format.TextGrid;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formats for programs contain everything in the answer, and nothing else. */
class FormatsTest {

    private static final Answer.Rows ANSWER = Answers.of(
            List.of("a VARCHAR", "a VARCHAR", "n DECIMAL(4,2)", "list INTEGER[]"),
            List.of(row("x,\"y\"\nz", "", new BigDecimal("1.50"), List.of(1, 2)), row(null, "<b>|*é*", null, null)));

    @Test
    void csvTellsNullFromAnEmptyText() {
        assertThat(CsvText.of(ANSWER)).isEqualTo("""
                a,a_1,n,list
                "x,""y""
                z","",1.50,"[1,2]"
                ,<b>|*é*,,
                """);
    }

    @Test
    void jsonIsAnObjectARowWithNamesOfTheirOwn() {
        assertThat(JsonText.of(ANSWER)).isEqualTo("""
                [
                {"a":"x,\\"y\\"\\nz","a_1":"","n":1.50,"list":[1,2]},
                {"a":null,"a_1":"<b>|*é*","n":null,"list":null}
                ]
                """);
    }

    @Test
    void noRowsAreAnEmptyArray() {
        assertThat(JsonText.of(Answers.of(List.of("a VARCHAR"), List.of()))).isEqualTo("[]\n");
    }

    @Test
    void markdownHoldsTextAsText() {
        assertThat(MarkdownText.of(TextGrid.of(ANSWER))).isEqualTo("""
                | a | a | n | list |
                | --- | --- | ---: | --- |
                | x,"y"␊z |  | 1.50 | \\[1,2\\] |
                | NULL | \\<b\\>\\|\\*é\\* | NULL | NULL |
                """);
    }

    @Test
    void metadataSaysWhatTheAnswerTook() {
        assertThat(MetadataText.of(
                        Answers.metadata(List.of(), 20, Truncation.LIMIT),
                        Duration.ofNanos(12_600_000),
                        20,
                        20,
                        new Terminal(System.out, System.err, 80, false)))
                .isEqualTo("""
                         round trip   13 ms
                         query        2.3 ms
                         engine       warm
                         rows         20
                         truncated    at --limit 20; --out FILE writes all rows
                         bytes read   65.2 kB
                         peak memory  403 MB
                         price        $0.00000067 is what this costs on AWS
                        """);
    }
}
