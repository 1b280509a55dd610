package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.sql.Quoted;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A column in numbers.
 *
 * @param present rows whose value is not NULL
 * @param distinct approximate number of different values
 * @param least the least value as text, or the fewest items of a list; absent if the values have no order
 * @param from the least value as a number, see {@link ColumnFamily#measure}
 */
public record ColumnFacts(
        long rows,
        long present,
        long distinct,
        Optional<String> least,
        Optional<String> greatest,
        OptionalDouble from,
        OptionalDouble to) {

    /** The length to which a shown text is cut. */
    static final int CHARACTERS = 200;

    public static Request.Query query(String table, ColumnEntry column) {
        String name = Quoted.name(column.name());
        String compared = column.family().compared(name);
        String measure = column.family().measure(name);
        return Request.Query.of("""
                SELECT count(*) AS all_rows, count(%1$s) AS present, approx_count_distinct(%1$s) AS different,
                       left(CAST(min(%2$s) AS VARCHAR), %4$d) AS least_text,
                       left(CAST(max(%2$s) AS VARCHAR), %4$d) AS greatest_text,
                       min(%3$s) AS least_measure, max(%3$s) AS greatest_measure
                FROM %5$s""".formatted(name, compared, measure, CHARACTERS, Quoted.name(table)))
                .format(RowFormat.ROWS);
    }

    public static ColumnFacts of(Answer.Rows answer) {
        AnswerRow row = AnswerRow.all(answer).getFirst();
        long present = row.count("present");
        return new ColumnFacts(
                row.count("all_rows"),
                present,
                // This is an estimate, which can exceed the possible maximum.
                Math.min(row.count("different"), present),
                row.optionalText("least_text"),
                row.optionalText("greatest_text"),
                row.optionalNumber("least_measure"),
                row.optionalNumber("greatest_measure"));
    }

    public long nulls() {
        return rows - present;
    }

    /** Returns a share from 0 to 1. */
    public double nullShare() {
        return rows == 0 ? 0 : (double) nulls() / rows;
    }
}
