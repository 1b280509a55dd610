package io.duckboard.board;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a dashboard's page. */
public sealed interface Tile {

    Frame frame();

    /**
     * What every tile has.
     *
     * @param title may be empty
     * @param description a sentence or two about what is seen; may be empty
     * @param spot where the tile begins in its file
     */
    record Frame(String title, String description, GridPlace place, Spot spot) {}

    /**
     * A tile that shows the answer to a query.
     *
     * @param sort the order of the answer's rows; if empty, that of the answer
     * @param limit how many rows of it are shown
     * @param refresh how often it asks again; if absent, as often as its dashboard
     * @param remark the column whose value in the first row stands beside the title
     * @param empty what stands there if the answer has no rows; may be empty
     * @param mark a word; tiles of the same word mark the same value together
     */
    record Query(
            Frame frame,
            SqlText sql,
            Show show,
            List<SortKey> sort,
            OptionalInt limit,
            Optional<OnClick> onClick,
            Optional<Duration> refresh,
            Optional<ColumnName> remark,
            String empty,
            Optional<String> mark)
            implements Tile {

        /** More can be neither drawn nor read. */
        public static final int MOST_ROWS = 10_000;

        public Query {
            sort = List.copyOf(sort);
        }

        /** Asks for the tile's rows. What is sorted here is asked for whole, as far as a picture can show it. */
        public Request.Query question(FilterValues values) {
            return Request.Query.of(sql.text())
                    .limit(sort.isEmpty() ? limit.orElse(MOST_ROWS) : MOST_ROWS)
                    .format(RowFormat.ROWS)
                    .parameters(values.bound(sql));
        }

        /** The rows of an answer to {@link #question} that are shown, in their order. */
        public List<List<@Nullable Object>> shown(Answer.Rows answer) {
            List<String> columns =
                    answer.metadata().columns().stream().map(Column::name).toList();
            return answer.rows().stream()
                    .sorted(new RowOrder(columns, sort))
                    .limit(limit.orElse(MOST_ROWS))
                    .toList();
        }

        /** All columns that the answer must have. */
        public List<ColumnName> columns() {
            return Stream.of(
                            show.columns().stream(),
                            sort.stream().map(SortKey::column),
                            onClick.flatMap(OnClick::column).stream(),
                            remark.stream())
                    .flatMap(Function.identity())
                    .toList();
        }

        /** The column whose value a click sets. */
        public Optional<ColumnName> clicked() {
            return onClick.flatMap(click -> click.column().or(show::clicked));
        }
    }

    /** @param markdown without HTML, which is shown as text */
    record Text(Frame frame, String markdown) implements Tile {}

    /** A tile that cannot be shown. The others can. */
    record Broken(Frame frame, List<FileProblem> problems) implements Tile {

        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
