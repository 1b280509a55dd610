package io.duckboard.cli.format;

import static io.duckboard.format.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.Columns;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Answers;
import io.duckboard.format.TextGrid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table is easy to read, is no wider than the terminal, and does not affect the terminal. */
class TableTextTest {

    private static final Answer.Rows TRIPS = Answers.of(
            List.of("zone VARCHAR", "trips BIGINT", "fare DECIMAL(10,2)", "note VARCHAR"),
            List.of(
                    row("Midtown", 416, new BigDecimal("12.50"), null),
                    row("中城 e\u0301", -7, new BigDecimal("1234.00"), ""),
                    row("\u001b[31mred\r\n", 0, null, "NULL")));

    private static final Answer.Rows LONG = Answers.of(
            List.of("id BIGINT", "title VARCHAR", "body VARCHAR"),
            List.of(
                    row(
                            1234567890123456789L,
                            "A title of some length",
                            "All work and no play. ".repeat(6).strip()),
                    row(2, "東京都".repeat(10), "short")));

    @Test
    void numbersStandToTheRightAndNullIsNoEmptyText() {
        assertThat(table(TRIPS, 80)).isEqualTo("""
                 zone       │ trips │    fare │ note
                ────────────┼───────┼─────────┼──────
                 Midtown    │   416 │   12.50 │ NULL
                 中城 e\u0301     │    -7 │ 1234.00 │
                 ␛[31mred␍␊ │     0 │    NULL │ NULL
                """);
    }

    @Test
    void longTextsAreCutAt80Columns() {
        assertThat(table(LONG, 80)).isEqualTo("""
                                  id │ title                      │ body
                ─────────────────────┼────────────────────────────┼─────────────────────────────
                 1234567890123456789 │ A title of some length     │ All work and no play. All …
                                   2 │ 東京都東京都東京都東京都…  │ short
                What ends in … is cut to fit: --format csv or json has it whole.
                """);
    }

    @Test
    void longTextsAreCutAt120Columns() {
        assertThat(table(LONG, 120)).isEqualTo("""
                                  id │ title                                          │ body
                ─────────────────────┼────────────────────────────────────────────────┼─────────────────────────────────────────────────
                 1234567890123456789 │ A title of some length                         │ All work and no play. All work and no play. Al…
                                   2 │ 東京都東京都東京都東京都東京都東京都東京都東…  │ short
                What ends in … is cut to fit: --format csv or json has it whole.
                """);
    }

    @Test
    void columnsThatDoNotFitMakeABlockOfEachRow() {
        assertThat(table(wide(12), 80)).isEqualTo("""
                ── row 1 ───────────────────────────────────────────────────────────────────────
                 column_0  │ value 0
                 column_1  │ value 1 xxxxxxxxxx
                 column_2  │ value 2 xxxxxxxxxxxxxxxxxxxx
                 column_3  │ value 3 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                 column_4  │ value 4 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                 column_5  │ value 5 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                 column_6  │ value 6 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_7  │ value 7 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_8  │ value 8 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_9  │ value 9 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_10 │ value 10 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_11 │ value 11 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                ── row 2 ───────────────────────────────────────────────────────────────────────
                 column_0  │ value 0
                 column_1  │ value 1 xxxxxxxxxx
                 column_2  │ value 2 xxxxxxxxxxxxxxxxxxxx
                 column_3  │ value 3 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                 column_4  │ value 4 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                 column_5  │ value 5 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                 column_6  │ value 6 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_7  │ value 7 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_8  │ value 8 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_9  │ value 9 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_10 │ value 10 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                 column_11 │ value 11 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                The columns do not fit side by side in 80 columns: a block is a row.
                What ends in … is cut to fit: --format csv or json has it whole.
                """);
    }

    @Test
    void theSameColumnsStandSideBySideWhereThereIsRoom() {
        assertThat(table(wide(8), 120)).isEqualTo("""
                 column_0 │ column_1     │ column_2     │ column_3      │ column_4      │ column_5      │ column_6      │ column_7
                ──────────┼──────────────┼──────────────┼───────────────┼───────────────┼───────────────┼───────────────┼───────────────
                 value 0  │ value 1 xxx… │ value 2 xxx… │ value 3 xxxx… │ value 4 xxxx… │ value 5 xxxx… │ value 6 xxxx… │ value 7 xxxx…
                 value 0  │ value 1 xxx… │ value 2 xxx… │ value 3 xxxx… │ value 4 xxxx… │ value 5 xxxx… │ value 6 xxxx… │ value 7 xxxx…
                What ends in … is cut to fit: --format csv or json has it whole.
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 120})
    void noLineIsWiderThanTheTerminal(int width) {
        for (Answer.Rows answer : List.of(TRIPS, LONG, wide(3), wide(30))) {
            assertThat(table(answer, width).lines().filter(line -> !line.endsWith(".")))
                    .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void coloursAreForPeopleAlone() {
        assertThat(table(TRIPS, 80)).doesNotContain("\u001b");
        assertThat(new TableText(new Terminal(System.out, System.err, 80, true)).of(TextGrid.of(TRIPS)))
                .contains("\u001b[1mzone", "\u001b[2mNULL");
    }

    @Test
    void anAnswerWithoutRowsStillNamesItsColumns() {
        assertThat(table(Answers.of(List.of("a VARCHAR", "b BIGINT"), List.of()), 80))
                .isEqualTo("""
                 a │ b
                ───┼───
                """);
    }

    @Test
    void listsAndStructsAreJson() {
        Answer.Rows nested =
                Answers.of(List.of("list INTEGER[]", "struct STRUCT(a"), List.of(row(List.of(1, 2), Map.of("a", "x"))));

        assertThat(table(nested, 80)).contains("[1,2]", "{\"a\":\"x\"}");
    }

    private static Answer.Rows wide(int columns) {
        var names = new ArrayList<String>();
        IntStream.range(0, columns).forEach(number -> names.add("column_" + number + " VARCHAR"));
        Object[] values = IntStream.range(0, columns)
                .mapToObj(number -> "value " + number + " " + "x".repeat(number * 10))
                .toArray();
        return Answers.of(names, List.of(row(values), row(values)));
    }

    private static String table(Answer.Rows answer, int width) {
        return new TableText(new Terminal(System.out, System.err, width, false)).of(TextGrid.of(answer));
    }
}
