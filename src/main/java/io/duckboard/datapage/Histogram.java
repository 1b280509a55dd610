package io.duckboard.datapage;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import java.util.List;
import java.util.Optional;

/** How often each value of a column occurs. */
public sealed interface Histogram permits CommonValues, Ranges {

    /** The most bars that a histogram has. */
    int BARS = 12;

    /** @param label a value, or a range of values */
    record Bar(String label, long rows) {}

    Request.Query query();

    List<Bar> bars(Answer.Rows answer);

    /** Returns the histogram that suits a column; empty if bars would be of no use. */
    static Optional<Histogram> of(String table, ColumnEntry column, ColumnFacts facts) {
        if (facts.present() == 0) {
            return Optional.empty();
        }
        return switch (column.family()) {
            case BOOLEAN -> Optional.of(new CommonValues(table, column, facts.present()));
            case TEXT ->
                CommonValues.tellSomethingOf(facts)
                        ? Optional.of(new CommonValues(table, column, facts.present()))
                        : Optional.empty();
            case NUMBER ->
                facts.distinct() <= BARS
                        ? Optional.of(new CommonValues(table, column, facts.present()))
                        : Ranges.of(table, column, facts);
            case WHOLE, TIME, LIST -> Ranges.of(table, column, facts);
            case ORDERED, OPAQUE -> Optional.empty();
        };
    }
}
