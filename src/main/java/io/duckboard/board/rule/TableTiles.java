package io.duckboard.board.rule;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Format;
import io.duckboard.board.GridPlace;
import io.duckboard.board.OnClick;
import io.duckboard.board.Show;
import io.duckboard.board.SqlText;
import io.duckboard.board.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tiles of one table. */
final class TableTiles {

    private static final String ROWS = "rows";
    private static final int TOP = 12;
    private static final int MOST_SHOWN_COLUMNS = 12;

    /** What a tile can show; a histogram of more rows is of these by chance. */
    private static final int SAMPLE = Tile.Query.MOST_ROWS;

    private final KnownTable table;
    private final List<Dimension> dimensions;
    private final ChosenFilters filters;
    private final Extent extent;

    /** How much of a table is shown. */
    enum Extent {
        /** The one that the dashboard is about. */
        MAIN(3, 2, 4, 3, 3, 20),
        BESIDE(1, 1, 2, 2, 1, 10);

        private final int measures;
        private final int lines;
        private final int groups;
        private final int dimensions;
        private final int histograms;
        private final int rows;

        Extent(int measures, int lines, int groups, int dimensions, int histograms, int rows) {
            this.measures = measures;
            this.lines = lines;
            this.groups = groups;
            this.dimensions = dimensions;
            this.histograms = histograms;
            this.rows = rows;
        }
    }

    TableTiles(KnownTable table, List<Dimension> dimensions, ChosenFilters filters, Extent extent) {
        this.table = table;
        this.dimensions = dimensions;
        this.filters = filters;
        this.extent = extent;
    }

    void addTo(Layout layout) {
        layout.add(
                Stream.concat(
                                Stream.of(count()),
                                table.measures().stream().limit(extent.measures).map(this::figure))
                        .toList(),
                4,
                2);
        table.time()
                .ifPresent(time -> layout.add(
                        Stream.concat(
                                        Stream.of(line(time, Optional.empty())),
                                        table.measures().stream()
                                                .limit(extent.lines - 1L)
                                                .map(measure -> line(time, Optional.of(measure))))
                                .toList(),
                        2,
                        4));
        layout.add(Stream.concat(bars(), histograms()).toList(), 3, 4);
        rows().ifPresent(rows -> layout.add(List.of(rows), 1, 5));
    }

    private Function<GridPlace, Tile> count() {
        String span = table.time()
                .map(time ->
                        ",\n       CAST(CAST(min(%1$s) AS DATE) AS VARCHAR) || ' – ' || CAST(CAST(max(%1$s) AS DATE) AS VARCHAR) AS span"
                                .formatted(time.column().sql()))
                .orElse("");
        return query(
                table.table().label(),
                table.time()
                        .map(time -> "Rows, and the first and last day of "
                                + lower(time.column().label()))
                        .orElse("Rows"),
                select("count(*) AS " + ROWS + span, Optional.empty(), ""),
                new Show.Figure(
                        Optional.of(name(ROWS)),
                        span.isEmpty() ? Optional.empty() : Optional.of(name("span")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(number(0))));
    }

    private Function<GridPlace, Tile> figure(ColumnFacts measure) {
        String alias = Alias.of(measure.column(), ROWS);
        return query(
                summed(measure),
                "",
                select(sum(measure) + " AS " + SqlName.of(alias), Optional.empty(), ""),
                new Show.Figure(
                        Optional.of(name(alias)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(format(measure))));
    }

    private Function<GridPlace, Tile> line(ColumnFacts time, Optional<ColumnFacts> measure) {
        double span = time.greatest().orElse(0) - time.least().orElse(0);
        Grain grain = Grain.of(span, time.column());
        String x = grain.column();
        String y = measure.map(facts -> Alias.of(facts.column(), x)).orElse(ROWS);
        return query(
                measure.map(TableTiles::summed).orElseGet(() -> table.table().label()) + " by " + grain.words(),
                "By " + time.column().label(),
                select(
                        point(grain, time.column()) + " AS " + SqlName.of(x) + ", "
                                + measure.map(TableTiles::sum).orElse("count(*)") + " AS " + SqlName.of(y),
                        Optional.of(time.column().sql() + " IS NOT NULL"),
                        "GROUP BY ALL\nORDER BY 1\n"),
                new Show.Plot(
                        measure.isPresent() ? Show.Style.LINE : Show.Style.AREA,
                        Show.Growth.UP,
                        name(x),
                        List.of(name(y)),
                        Optional.empty(),
                        new Show.Labels(Optional.empty(), Optional.empty()),
                        Optional.of(measure.map(TableTiles::format).orElse(number(0))),
                        Optional.of(new Format.Date(grain.pattern()))));
    }

    private static String point(Grain grain, LakeColumn time) {
        if (time.isDay() && grain == Grain.DAY) {
            return time.sql();
        }
        boolean isPlain = time.isDay() || time.type().equalsIgnoreCase("TIMESTAMP");
        return grain.of(isPlain ? time.sql() : "CAST(" + time.sql() + " AS TIMESTAMP)");
    }

    private Stream<Function<GridPlace, Tile>> bars() {
        Optional<ColumnFacts> added = table.measures().stream()
                .limit(1)
                .filter(facts -> facts.words().isAdded())
                .findFirst();
        var joined = dimensions.stream()
                .flatMap(dimension -> dimension.group().stream().map(group -> joined(dimension, group, added)))
                .limit(extent.dimensions)
                .toList();
        List<LakeColumn> keys = dimensions.stream()
                .filter(dimension -> dimension.group().isPresent())
                .map(Dimension::from)
                .toList();
        List<ColumnFacts> groups = table.groups().stream()
                .filter(group -> !keys.contains(group.column()))
                .limit(extent.groups)
                .toList();
        var own = new ArrayList<Function<GridPlace, Tile>>();
        if (extent == Extent.MAIN) {
            groups.stream()
                    .filter(group -> !group.isOrdered())
                    .limit(1)
                    .forEach(group -> table.measures().stream()
                            .limit(1)
                            .forEach(measure -> own.add(bar(group, Optional.of(measure)))));
        }
        groups.forEach(group -> own.add(bar(group, Optional.empty())));
        return Stream.concat(joined.stream(), own.stream());
    }

    private Function<GridPlace, Tile> bar(ColumnFacts group, Optional<ColumnFacts> measure) {
        String x = Alias.of(group.column(), "");
        String y =
                measure.map(facts -> Alias.of(facts.column(), x)).orElse(x.equalsIgnoreCase(ROWS) ? "row_count" : ROWS);
        String end = group.isOrdered()
                ? "ORDER BY 1\n"
                : "ORDER BY 2 DESC, 1\n" + (group.distinct() > TOP ? "LIMIT " + TOP + "\n" : "");
        return plot(
                title(measure, group),
                select(
                        aliased(group.column(), x) + ", "
                                + measure.map(TableTiles::sum).orElse("count(*)") + " AS " + SqlName.of(y),
                        Optional.of(group.column().sql() + " IS NOT NULL"),
                        "GROUP BY ALL\n" + end),
                x,
                y,
                group.isOrdered() ? Show.Growth.UP : Show.Growth.RIGHT,
                measure.map(TableTiles::format).orElse(number(0)),
                filters.clicked(table, group.column()));
    }

    private Function<GridPlace, Tile> joined(Dimension dimension, ColumnFacts group, Optional<ColumnFacts> measure) {
        String x = Alias.of(group.column(), "");
        String y =
                measure.map(facts -> Alias.of(facts.column(), x)).orElse(x.equalsIgnoreCase(ROWS) ? "row_count" : ROWS);
        String value =
                measure.map(facts -> "sum(fact." + facts.column().sql() + ")").orElse("count(*)");
        String where = where(filters.conditions(table, dimensions));
        String sql = "SELECT more." + aliased(group.column(), x) + ", " + value + " AS " + SqlName.of(y)
                + "\nFROM (SELECT * FROM "
                + table.table().sql()
                + (where.isEmpty() ? "" : "\n" + where.strip().indent(2).stripTrailing()) + ") AS fact\n"
                + "JOIN " + dimension.of().table().sql() + " AS more ON fact."
                + dimension.from().sql() + " = more."
                + dimension.key().sql() + "\nWHERE more." + group.column().sql() + " IS NOT NULL\n"
                + "GROUP BY ALL\nORDER BY 2 DESC, 1\nLIMIT " + TOP + "\n";
        return plot(
                title(measure, group)
                        + (dimension.from().words().words().size() > 2
                                ? " of "
                                        + dimension
                                                .from()
                                                .words()
                                                .withoutLast()
                                                .label()
                                                .toLowerCase(Locale.ROOT)
                                : ""),
                sql,
                x,
                y,
                Show.Growth.RIGHT,
                measure.map(TableTiles::format).orElse(number(0)),
                filters.clicked(dimension.of(), group.column()));
    }

    private String title(Optional<ColumnFacts> measure, ColumnFacts group) {
        String what =
                measure.map(TableTiles::summed).orElseGet(() -> table.table().label());
        return what + " by " + lower(group.column().label())
                + (group.distinct() > TOP && !group.isOrdered() ? ", top " + TOP : "");
    }

    private Function<GridPlace, Tile> plot(
            String title, String sql, String x, String y, Show.Growth growth, Format format, Optional<String> clicked) {
        return place -> new Tile.Query(
                new Tile.Frame(title, "", place, Layout.NOWHERE),
                sql(sql),
                new Show.Plot(
                        Show.Style.BAR,
                        growth,
                        name(x),
                        List.of(name(y)),
                        Optional.empty(),
                        new Show.Labels(Optional.empty(), Optional.empty()),
                        Optional.of(format),
                        Optional.empty()),
                List.of(),
                OptionalInt.empty(),
                clicked.map(filter -> new OnClick(filter, Optional.empty(), Layout.NOWHERE)),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private Stream<Function<GridPlace, Tile>> histograms() {
        return table.measures().stream().limit(extent.histograms).map(this::histogram);
    }

    private Function<GridPlace, Tile> histogram(ColumnFacts measure) {
        String x = Alias.of(measure.column(), "");
        Optional<Bounds> bulk = measure.bulk();
        boolean isSample = table.rows() > SAMPLE;
        String condition = bulk.map(bounds -> measure.column().sql() + " BETWEEN " + bounds.sql())
                .orElse(measure.column().sql() + " IS NOT NULL");
        String rows = select(aliased(measure.column(), x), Optional.of(condition), "");
        String description = (isSample ? "Of " + SAMPLE + " rows by chance. " : "")
                + bulk.map(bounds -> "Single values far away are left out: those not between "
                                + bounds.from().toPlainString() + " and "
                                + bounds.to().toPlainString() + ".")
                        .orElse("");
        return query(
                "How " + lower(measure.column().label()) + " is spread",
                description.strip(),
                isSample
                        ? "SELECT *\nFROM (\n" + rows.stripTrailing().indent(2) + ") USING SAMPLE reservoir(" + SAMPLE
                                + " ROWS) REPEATABLE (1)\n"
                        : rows,
                new Show.Histogram(name(x), OptionalInt.empty(), Optional.empty()));
    }

    private Optional<Function<GridPlace, Tile>> rows() {
        List<LakeColumn> columns = shownColumns();
        if (columns.isEmpty() || table.rows() == 0) {
            return Optional.empty();
        }
        String names = columns.stream().map(LakeColumn::sql).collect(Collectors.joining(", "));
        Optional<String> time = table.time().map(facts -> facts.column().sql());
        String left = columns.size() < table.table().columns().size()
                ? columns.size() + " of " + table.table().columns().size() + " columns"
                : "";
        return Optional.of(query(
                (time.isPresent() ? "Latest rows of " : "First rows of ")
                        + lower(table.table().label()),
                left,
                select(
                        names,
                        time.map(column -> column + " IS NOT NULL"),
                        time.map(column -> "ORDER BY " + column + " DESC\n").orElse("") + "LIMIT " + extent.rows
                                + "\n"),
                new Show.Table(List.of())));
    }

    /** Where there are too many, those that the other tiles are made of come first. */
    private List<LakeColumn> shownColumns() {
        List<LakeColumn> all = table.table().columns().stream()
                .filter(column -> column.family() != LakeColumn.Family.OTHER)
                .toList();
        if (all.size() <= MOST_SHOWN_COLUMNS) {
            return all;
        }
        List<LakeColumn> chosen = Stream.of(
                        table.keys().stream().limit(1),
                        table.time().stream(),
                        table.groups().stream().limit(4),
                        table.measures().stream().limit(5))
                .flatMap(facts -> facts.map(ColumnFacts::column))
                .toList();
        List<LakeColumn> others =
                all.stream().filter(column -> !chosen.contains(column)).toList();
        return Stream.concat(chosen.stream(), others.stream())
                .distinct()
                .limit(MOST_SHOWN_COLUMNS)
                .sorted(Comparator.comparingInt(all::indexOf))
                .toList();
    }

    private static Function<GridPlace, Tile> query(String title, String description, String sql, Show show) {
        return place -> new Tile.Query(
                new Tile.Frame(title, description, place, Layout.NOWHERE),
                sql(sql),
                show,
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private String select(String what, Optional<String> own, String end) {
        return "SELECT " + what + "\nFROM " + table.table().sql() + "\n"
                + where(Stream.concat(own.stream(), filters.conditions(table, dimensions).stream())
                        .toList())
                + end;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : "WHERE " + String.join("\n  AND ", conditions) + "\n";
    }

    private static String sum(ColumnFacts measure) {
        return (measure.words().isAdded() ? "sum(" : "avg(") + measure.column().sql() + ")";
    }

    private static String summed(ColumnFacts measure) {
        String label = measure.column().label();
        return measure.words().isAdded() ? label : "Average " + lower(label);
    }

    /** As many digits as people read of a value of this size. */
    private static Format format(ColumnFacts measure) {
        double greatest = measure.high().orElse(measure.greatest().orElse(0));
        return number(
                measure.words().isAdded() ? (greatest > 10 ? 0 : 2) : greatest > 1000 ? 0 : greatest > 20 ? 1 : 2);
    }

    private static Format number(int decimals) {
        return new Format.Decimal(OptionalInt.of(decimals), "");
    }

    private static String aliased(LakeColumn column, String alias) {
        return column.sql().equals(SqlName.of(alias)) ? column.sql() : column.sql() + " AS " + SqlName.of(alias);
    }

    private static String lower(String label) {
        return label.length() > 1 && Character.isLowerCase(label.charAt(1))
                ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
                : label;
    }

    private static SqlText sql(String text) {
        return new SqlText(text, Layout.NOWHERE, SqlText.Writing.AS_IT_IS);
    }

    private static ColumnName name(String column) {
        return new ColumnName(column, Layout.NOWHERE);
    }
}
