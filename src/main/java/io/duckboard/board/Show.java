package io.duckboard.board;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a tile makes of an answer. */
public sealed interface Show {

    /** The columns that the answer must have. */
    List<ColumnName> columns();

    /** The column whose value a click sets, unless the file names one. */
    Optional<ColumnName> clicked();

    /**
     * One value, large.
     *
     * @param value if absent, the first column
     * @param note a text under the value
     * @param comparison an earlier value beside it
     * @param spark a list of numbers, drawn as a small line
     */
    record Figure(
            Optional<ColumnName> value,
            Optional<ColumnName> note,
            Optional<Comparison> comparison,
            Optional<ColumnName> spark,
            Optional<Format> format)
            implements Show {

        @Override
        public List<ColumnName> columns() {
            return Stream.of(value, note, comparison.map(Comparison::column), spark)
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Override
        public Optional<ColumnName> clicked() {
            return value;
        }
    }

    /**
     * The value that another is compared with.
     *
     * @param label such as {@code last month}; may be empty
     */
    record Comparison(ColumnName column, String label, Better better) {}

    /** Which way is good, and so green. */
    enum Better {
        MORE,
        LESS,
        NEITHER
    }

    /**
     * What is known of a value beside its label.
     *
     * @param id by which tiles know the same value, and which a click sets
     * @param note what a tooltip adds
     */
    record Labels(Optional<ColumnName> id, Optional<ColumnName> note) {

        Stream<ColumnName> columns() {
            return Stream.of(id, note).flatMap(Optional::stream);
        }
    }

    /** How an axis's chart is drawn. */
    enum Style {
        BAR,
        STACKED_BAR,
        LINE,
        AREA,
        SCATTER
    }

    /** Where bars go. */
    enum Growth {
        UP,
        /** So that long labels can be read. */
        RIGHT
    }

    /**
     * Values over an axis.
     *
     * @param y at least one column; several are several series
     * @param series the column that divides the rows into series; then there is one y
     */
    record Plot(
            Style style,
            Growth growth,
            ColumnName x,
            List<ColumnName> y,
            Optional<ColumnName> series,
            Labels labels,
            Optional<Format> format,
            Optional<Format> xFormat)
            implements Show {

        public Plot {
            y = List.copyOf(y);
        }

        @Override
        public List<ColumnName> columns() {
            return Stream.of(Stream.of(x), y.stream(), series.stream(), labels.columns())
                    .flatMap(Function.identity())
                    .toList();
        }

        @Override
        public Optional<ColumnName> clicked() {
            return labels.id().or(() -> Optional.of(x));
        }
    }

    /** @param x the slices' names */
    record Pie(ColumnName x, ColumnName y, Labels labels, Optional<Format> format) implements Show {

        @Override
        public List<ColumnName> columns() {
            return Stream.concat(Stream.of(x, y), labels.columns()).toList();
        }

        @Override
        public Optional<ColumnName> clicked() {
            return labels.id().or(() -> Optional.of(x));
        }
    }

    /**
     * How often values occur.
     *
     * @param bins how many at most; if absent, as many as the values suggest
     */
    record Histogram(ColumnName x, OptionalInt bins, Optional<Format> xFormat) implements Show {

        @Override
        public List<ColumnName> columns() {
            return List.of(x);
        }

        @Override
        public Optional<ColumnName> clicked() {
            return Optional.empty();
        }
    }

    /** A field for each pair of x and y, shaded by its value. */
    record HeatMap(ColumnName x, ColumnName y, ColumnName value, Optional<Format> format, Optional<Format> xFormat)
            implements Show {

        @Override
        public List<ColumnName> columns() {
            return List.of(x, y, value);
        }

        @Override
        public Optional<ColumnName> clicked() {
            return Optional.of(x);
        }
    }

    /**
     * New York's taxi zones, shaded.
     *
     * @param zone the zones' ids
     */
    record ZoneMap(
            ColumnName zone,
            ColumnName value,
            Optional<ColumnName> label,
            Optional<ColumnName> note,
            Optional<Format> format)
            implements Show {

        @Override
        public List<ColumnName> columns() {
            return Stream.concat(Stream.of(zone, value), Stream.of(label, note).flatMap(Optional::stream))
                    .toList();
        }

        @Override
        public Optional<ColumnName> clicked() {
            return Optional.of(zone);
        }
    }

    /** @param shown the columns in their order; if empty, all that the answer has */
    record Table(List<TableColumn> shown) implements Show {

        public Table {
            shown = List.copyOf(shown);
        }

        @Override
        public List<ColumnName> columns() {
            return shown.stream().map(TableColumn::column).toList();
        }

        @Override
        public Optional<ColumnName> clicked() {
            return Optional.empty();
        }
    }

    /** @param label the heading; if absent, the column's name */
    record TableColumn(ColumnName column, Optional<String> label, Optional<Format> format) {}
}
