package io.duckboard.datapage;

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
 * @param distinct different values, about
 * @param least the least value as text, or the fewest items of a list; absent where values have no order
 * @param from the least value as {@link ColumnFamily#measure} has it
 */
public record ColumnFacts(
        long rows,
        long present,
        long distinct,
        Optional<String> least,
        Optional<String> greatest,
        OptionalDouble from,
        OptionalDouble to) {

    /** As much of a text as is shown. */
    static final int CHARACTERS = 200;

    public static Request.Query query(String table, ColumnEntry column) {
        String name = Quoted.name(column.name());
        String compared = column.family().compared(name);
        String measure = column.family().measure(name);
        return Request.Query.of("""
                SELECT count(*), count(%1$s), approx_count_distinct(%1$s),
                       left(CAST(min(%2$s) AS VARCHAR), %4$d), left(CAST(max(%2$s) AS VARCHAR), %4$d),
                       min(%3$s), max(%3$s)
                FROM %5$s""".formatted(name, compared, measure, CHARACTERS, Quoted.name(table)))
                .format(RowFormat.ROWS);
    }

    public static ColumnFacts of(Answer.Rows answer) {
        var cells = new Cells(answer.rows().getFirst());
        long present = cells.count(1);
        return new ColumnFacts(
                cells.count(0),
                present,
                // An estimate, which may be more than there can be.
                Math.min(cells.count(2), present),
                cells.optionalText(3),
                cells.optionalText(4),
                cells.optionalNumber(5),
                cells.optionalNumber(6));
    }

    public long nulls() {
        return rows - present;
    }

    /** From 0 to 1. */
    public double nullShare() {
        return rows == 0 ? 0 : (double) nulls() / rows;
    }
}
