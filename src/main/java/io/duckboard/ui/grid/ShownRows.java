package io.duckboard.ui.grid;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of an answer that pass a filter, in the requested order. */
final class ShownRows {

    private final Answer.Rows answer;
    private final RowFilter filter;
    private final Optional<Sort> sort;
    /** Positions of the rows in the answer. */
    private final int[] positions;

    private ShownRows(Answer.Rows answer, RowFilter filter, Optional<Sort> sort, int[] positions) {
        this.answer = answer;
        this.filter = filter;
        this.sort = sort;
        this.positions = positions;
    }

    /** Shows all rows in their original order. */
    static ShownRows of(Answer.Rows answer) {
        return new ShownRows(
                answer,
                RowFilter.NONE,
                Optional.empty(),
                IntStream.range(0, answer.rows().size()).toArray());
    }

    ShownRows filtered(RowFilter wanted) {
        return of(answer, wanted, sort);
    }

    /** @param wanted empty for the original order */
    ShownRows sorted(Optional<Sort> wanted) {
        return wanted.equals(sort) ? this : of(answer, filter, wanted);
    }

    RowFilter filter() {
        return filter;
    }

    List<Column> columns() {
        return answer.metadata().columns();
    }

    int size() {
        return positions.length;
    }

    /** Returns the number of rows without the filter. */
    int total() {
        return answer.rows().size();
    }

    /** @return positions in the answer of a range of the rows that are shown */
    int[] positions(int from, int to) {
        int begin = Math.clamp(from, 0, positions.length);
        return Arrays.copyOfRange(positions, begin, Math.clamp(to, begin, positions.length));
    }

    /** @param position in the answer */
    List<@Nullable Object> row(int position) {
        return answer.rows().get(position);
    }

    Stream<@Nullable Object> values(int column) {
        return Arrays.stream(positions).mapToObj(position -> row(position).get(column));
    }

    /** Returns the chosen rows among those that are shown, in the same order. */
    Answer.Rows chosen(IntPredicate isChosen) {
        return new Answer.Rows(
                answer.metadata(),
                Arrays.stream(positions).filter(isChosen).mapToObj(this::row).toList());
    }

    private static ShownRows of(Answer.Rows answer, RowFilter filter, Optional<Sort> sort) {
        var passes = filter.predicate(answer.metadata().columns());
        IntStream passing = IntStream.range(0, answer.rows().size())
                .filter(position -> passes.test(answer.rows().get(position)));
        return new ShownRows(
                answer,
                filter,
                sort,
                sort.map(by -> sorted(passing, by, answer)).orElseGet(passing::toArray));
    }

    private static int[] sorted(IntStream positions, Sort by, Answer.Rows answer) {
        var type = new SqlType(answer.metadata().columns().get(by.column()).type());
        record Keyed(int position, SortKey key) {}
        Comparator<Keyed> values = Comparator.comparing(Keyed::key);
        return positions
                .mapToObj(position -> new Keyed(
                        position, SortKey.of(answer.rows().get(position).get(by.column()), type)))
                .sorted(Comparator.comparing((Keyed row) -> row.key().isNull())
                        .thenComparing(by.direction() == Sort.Direction.ASCENDING ? values : values.reversed()))
                .mapToInt(Keyed::position)
                .toArray();
    }
}
