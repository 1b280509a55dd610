package io.duckboard.format;

import static io.duckboard.format.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Truncation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is pasted into a spreadsheet says the same as the answer, and runs nothing there. */
class TabTextTest {

    @Test
    void tellsNullFromAnEmptyText() {
        assertThat(TabText.of(answer("VARCHAR", null, ""))).isEqualTo("x\n\n\"\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"})
    void putsAnApostropheBeforeWhatWouldRun(String formula) {
        assertThat(parse(TabText.of(answer("VARCHAR", formula)))).containsExactly("x", "'" + formula);
    }

    @Test
    void putsAnApostropheBeforeANameThatWouldRun() {
        assertThat(TabText.of(Answers.of(List.of("=cmd() VARCHAR"), List.of()))).isEqualTo("'=cmd()\n");
    }

    @Test
    void leavesNumbersAndTimesAsTheyAre() {
        assertThat(TabText.of(answer("DECIMAL(4,2)", new BigDecimal("-1.50")))).isEqualTo("x\n-1.50\n");
        assertThat(TabText.of(answer("DATE", "-infinity"))).isEqualTo("x\n-infinity\n");
    }

    @Test
    void keepsListsInOneCell() {
        assertThat(parse(TabText.of(answer("STRUCT(a INTEGER[])", Map.of("a", List.of(1, 2))))))
                .containsExactly("x", "{\"a\":[1,2]}");
    }

    @Test
    void bringsAnyTextThroughUnchanged() {
        var random = new Random(6);
        List<String> texts = new ArrayList<>();
        for (int count = 0; count < 500; count++) {
            // A letter comes first, so this is not a formula.
            texts.add("t"
                    + random.ints(random.nextInt(12), 0, 8)
                            .mapToObj("\"\t\n\ra,é="::charAt)
                            .map(String::valueOf)
                            .reduce("", String::concat));
        }

        assertThat(parse(TabText.of(answer("VARCHAR", texts.toArray()))).subList(1, 501))
                .isEqualTo(texts);
    }

    private static Answer.Rows answer(String type, @Nullable Object... values) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Object value : values) {
            rows.add(row(value));
        }
        return new Answer.Rows(
                Answers.metadata(List.of("x " + type.replace(" ", "_")), rows.size(), Truncation.NONE), rows);
    }

    /** Parses the text as a spreadsheet reads one column. */
    private static List<String> parse(String text) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' && isQuoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (character == '"') {
                isQuoted = !isQuoted;
            } else if (character == '\n' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        return cells;
    }
}
