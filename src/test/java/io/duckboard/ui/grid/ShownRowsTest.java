package io.duckboard.ui.grid;

import static io.duckboard.format.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Answers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows are filtered and sorted without being changed. */
class ShownRowsTest {

    private static final Answer.Rows TRIPS = Answers.of(
            List.of("id HUGEINT", "zone VARCHAR", "at TIMESTAMP", "fare DECIMAL(5,2)"),
            List.of(
                    row(9, "Newark", "2019-04-01T08:00:00", new BigDecimal("5.00")),
                    row(10, "newark east", "2019-04-02T00:00:00", new BigDecimal("12.50")),
                    row(new BigInteger("170141183460469231731687303715884105727"), null, null, null),
                    row(1, "NULL", "2019-03-31T23:59:59.5", new BigDecimal("5.00"))));

    @Test
    void putsNullLastEitherWay() {
        var rows = ShownRows.of(TRIPS);

        assertThat(rows.sorted(by(3, Sort.Direction.ASCENDING)).positions(0, 9)).containsExactly(0, 3, 1, 2);
        assertThat(rows.sorted(by(3, Sort.Direction.DESCENDING)).positions(0, 9))
                .containsExactly(1, 0, 3, 2);
    }

    @Test
    void goesBackToTheOrderInWhichRowsCame() {
        var rows = ShownRows.of(TRIPS).sorted(by(0, Sort.Direction.DESCENDING));
        assertThat(rows.positions(0, 9)).containsExactly(2, 1, 0, 3);

        assertThat(rows.sorted(Optional.empty()).positions(0, 9)).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "0; > 9; 1 2",
                "0; >= 9; 0 1 2",
                "0; =170141183460469231731687303715884105727; 2",
                "0; != 1; 0 1 2",
                "0; 1; 1 2 3",
                "1; newark; 0 1",
                "1; = Newark; 0",
                "1; null; 2",
                "1; not null; 0 1 3",
                "1; = NULL; 3",
                "2; < 2019-04-01; 3",
                "2; >= 2019-04-01 08:00; 0 1",
                "2; 04-0; 0 1",
                "3; <= 5; 0 3",
                "3; > ; ''"
            })
    void filtersAColumn(int column, String wanted, String expected) {
        var rows = ShownRows.of(TRIPS).filtered(RowFilter.NONE.with(new ColumnFilter(column, wanted)));

        assertThat(rows.positions(0, 9)).as(wanted).containsExactly(positions(expected));
        assertThat(rows.total()).isEqualTo(4);
    }

    @Test
    void filtersByATextInAnyColumnAndByColumnsAtOnce() {
        var filter = RowFilter.NONE.anywhere(" 5.0 ").with(new ColumnFilter(1, "NEWARK"));
        assertThat(ShownRows.of(TRIPS).filtered(filter).positions(0, 9)).containsExactly(0);

        assertThat(ShownRows.of(TRIPS)
                        .filtered(filter.with(new ColumnFilter(1, " ")))
                        .positions(0, 9))
                .containsExactly(0, 3);
    }

    @Test
    void keepsTheOrderWhenFiltered() {
        var rows =
                ShownRows.of(TRIPS).sorted(by(0, Sort.Direction.DESCENDING)).filtered(RowFilter.NONE.anywhere("2019"));

        assertThat(rows.positions(0, 9)).containsExactly(1, 0, 3);
        assertThat(rows.chosen(position -> position != 0).rows())
                .containsExactly(TRIPS.rows().get(1), TRIPS.rows().get(3));
    }

    @Test
    void hasNoRowsBeyondTheLast() {
        assertThat(ShownRows.of(TRIPS).positions(-5, 2)).containsExactly(0, 1);
        assertThat(ShownRows.of(TRIPS).positions(3, Integer.MAX_VALUE)).containsExactly(3);
        assertThat(ShownRows.of(TRIPS).positions(50, 100)).isEmpty();
        assertThat(ShownRows.of(TRIPS).positions(3, 1)).isEmpty();
    }

    private static Optional<Sort> by(int column, Sort.Direction direction) {
        return Optional.of(new Sort(column, direction));
    }

    private static int[] positions(String text) {
        return text.chars().filter(Character::isDigit).map(digit -> digit - '0').toArray();
    }
}
