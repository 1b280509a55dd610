package io.duckboard.boardpage;

import io.duckboard.board.AnswerColumns;
import io.duckboard.board.ColumnName;
import io.duckboard.board.FileProblem;
import io.duckboard.board.Tile;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer that a tile shows, in their order.
 *
 * @param columns of the answer
 */
public record TileRows(List<Column> columns, List<Row> rows) {

    /** @param values one for each column */
    public record Row(List<@Nullable Object> values) {

        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    public TileRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public static TileRows of(Tile.Query tile, Answer.Rows answer) {
        return new TileRows(
                answer.metadata().columns(),
                tile.shown(answer).stream().map(Row::new).toList());
    }

    /** What the answer lacks of what the tile needs. */
    public List<FileProblem> problems(Tile.Query tile) {
        return new AnswerColumns(columns.stream().map(Column::name).toList()).problems(tile.columns());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The position of a column; DuckDB takes names of another case for the same. */
    public OptionalInt position(ColumnName column) {
        String wanted = column.name().toLowerCase(Locale.ROOT);
        return IntStream.range(0, columns.size())
                .filter(position ->
                        columns.get(position).name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** @throws IllegalArgumentException if the answer lacks the column, as {@link #problems} says */
    public @Nullable Object value(Row row, ColumnName column) {
        return row.values().get(place(column));
    }

    public Column column(ColumnName column) {
        return columns.get(place(column));
    }

    private int place(ColumnName column) {
        return position(column)
                .orElseThrow(() -> new IllegalArgumentException("The answer has no column " + column.name()));
    }
}
