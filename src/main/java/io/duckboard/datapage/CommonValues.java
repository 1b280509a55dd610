package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.sql.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar for each of the most common values, and one for all others.
 *
 * @param present rows whose value is not NULL
 */
record CommonValues(String table, ColumnEntry column, long present) implements Histogram {

    /** Counting more distinct values than this would exhaust a function's memory. */
    private static final long MOST_DISTINCT = 200_000;

    private static final String OTHERS = "all others";

    /** Whether the bars would be useful: they are not if nearly every value is different. */
    static boolean tellSomethingOf(ColumnFacts facts) {
        return facts.distinct() <= BARS
                || (facts.distinct() <= MOST_DISTINCT && facts.distinct() <= facts.present() / 2);
    }

    @Override
    public Request.Query query() {
        String name = Quoted.name(column.name());
        // Orders by position, because a column may have the same name as any alias used here.
        String order = column.family() == ColumnFamily.TEXT ? "2 DESC, 1" : "min(" + name + ")";
        return Request.Query.of("""
                SELECT left(CAST(%1$s AS VARCHAR), %2$d) AS label, count(*) AS row_count
                FROM %3$s WHERE %1$s IS NOT NULL GROUP BY %1$s ORDER BY %4$s LIMIT %5$d""".formatted(name, ColumnFacts.CHARACTERS, Quoted.name(table), order, BARS))
                .limit(BARS)
                .format(RowFormat.ROWS);
    }

    @Override
    public List<Bar> bars(Answer.Rows answer) {
        var bars = new ArrayList<Bar>();
        AnswerRow.all(answer).stream()
                .map(row -> new Bar(row.text("label"), row.count("row_count")))
                .forEach(bars::add);
        long others = present - bars.stream().mapToLong(Bar::rows).sum();
        if (others > 0) {
            bars.add(new Bar(OTHERS, others));
        }
        return bars;
    }
}
