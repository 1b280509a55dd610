package io.duckboard.boardpage.ui;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import io.duckboard.boardpage.Writing;
import io.duckboard.format.ValueText;
import io.duckboard.ui.chart.Category;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.Datum;
import io.duckboard.ui.chart.Series;
import io.duckboard.ui.chart.answer.Drawing;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tile's rows as values of categories. Rows of the same category and series are added up. */
final class CategoryTile {

    private static final int MOST_CATEGORIES = 500;

    /** There are only this many colours that people can tell apart. */
    private static final int MOST_SERIES = 8;

    private static final int MOST_SLICES = 8;

    private final Tile.Query tile;
    private final TileRows rows;
    private final Writing writing;
    private final ChartRemarks remarks = new ChartRemarks();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    /** By series and category. */
    private final Map<String, Map<String, BigDecimal>> values = new LinkedHashMap<>();

    private int leftOut;
    private boolean addedUp;

    /** @param writing of the values */
    CategoryTile(Tile.Query tile, TileRows rows, Writing writing) {
        this.tile = tile;
        this.rows = rows;
        this.writing = writing;
    }

    /** By what charts and clicks know the category of a row; empty if it has none. */
    static Optional<String> id(TileRows rows, TileRows.Row row, ColumnName x, Show.Labels labels) {
        return Optional.ofNullable(rows.value(row, labels.id().orElse(x))).map(CategoryTile::id);
    }

    /** Values that are different are so here, too, where a label would round them to the same. */
    static String id(Object value) {
        return ValueText.of(value);
    }

    /**
     * @param y at least one column
     * @param series the column that divides the rows into series
     * @param labelling of the categories' labels
     */
    Drawing draw(
            ChartKind kind,
            ColumnName x,
            Show.Labels labels,
            List<ColumnName> y,
            Optional<ColumnName> series,
            Writing labelling) {
        for (TileRows.Row row : rows.rows()) {
            Optional<String> id = id(rows, row, x, labels);
            if (id.isEmpty()) {
                leftOut++;
                continue;
            }
            categories.computeIfAbsent(
                    id.get(),
                    key -> new Category(
                            key,
                            labelling.text(rows.value(row, x)),
                            labels.note()
                                    .map(note -> rows.value(row, note))
                                    .map(Writing.PLAIN::text)
                                    .orElse("")));
            for (ColumnName column : y) {
                String name = series.map(each -> Writing.PLAIN.text(rows.value(row, each)))
                        .orElse(column.name());
                add(name, id.get(), rows.value(row, column));
            }
        }
        remarks.leftOut(leftOut);
        if (addedUp) {
            remarks.say("Several rows have the same %s: their values are added up."
                    .formatted(
                            x.name() + series.map(each -> " and " + each.name()).orElse("")));
        }
        if (values.isEmpty()) {
            return new Drawing.Undrawable("No row has values that can be drawn.");
        }
        return kind == ChartKind.PIE ? pie(kind) : new Drawing.Drawn(spec(kind, x));
    }

    private void add(String series, String category, @Nullable Object value) {
        Writing.number(value)
                .ifPresentOrElse(
                        number -> values.computeIfAbsent(series, _ -> new HashMap<>())
                                .merge(category, number, this::sum),
                        () -> leftOut++);
    }

    private BigDecimal sum(BigDecimal one, BigDecimal other) {
        addedUp = true;
        return one.add(other);
    }

    /** Numbers and times of a heat map are in their own order; its rows come from a table of two dimensions. */
    private List<Category> inOrder(ChartKind kind, ColumnName x) {
        List<Category> found = List.copyOf(categories.values());
        return kind == ChartKind.HEAT_MAP && tile.sort().isEmpty() && PointTile.hasPlaces(rows.column(x))
                ? rows.rows().stream()
                        .filter(row -> rows.value(row, x) != null)
                        .sorted(Comparator.comparing(row -> place(rows.value(row, x))))
                        .map(row -> categories.get(id(Objects.requireNonNull(rows.value(row, x)))))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()
                : found;
    }

    private static BigDecimal place(@Nullable Object value) {
        return Writing.number(value)
                .or(() -> Writing.time(value).map(time -> BigDecimal.valueOf(time.toEpochSecond(ZoneOffset.UTC))))
                .orElse(BigDecimal.ZERO);
    }

    private CategoryChart spec(ChartKind kind, ColumnName x) {
        List<Category> shown = inOrder(kind, x).stream().limit(MOST_CATEGORIES).toList();
        remarks.beyond(shown.size(), categories.size(), "values");
        int most = kind == ChartKind.HEAT_MAP ? MOST_CATEGORIES : MOST_SERIES;
        remarks.beyond(Math.min(most, values.size()), values.size(), "series");
        return chart(
                kind,
                shown,
                values.entrySet().stream()
                        .limit(most)
                        .map(each -> series(each.getKey(), each.getValue(), shown))
                        .toList());
    }

    private CategoryChart chart(ChartKind kind, List<Category> shown, List<Series> series) {
        return new CategoryChart(
                kind,
                ChartWords.title(tile),
                ChartWords.description(tile, shown.size(), "value"),
                shown,
                series,
                remarks.all());
    }

    private Series series(String name, Map<String, BigDecimal> numbers, List<Category> shown) {
        List<@Nullable Datum> data = new ArrayList<>();
        for (Category category : shown) {
            BigDecimal number = numbers.get(category.id());
            data.add(number == null ? null : datum(number));
        }
        return new Series(name, writing.unit(), data);
    }

    private Datum datum(BigDecimal number) {
        return new Datum(writing.drawn(number).doubleValue(), writing.figure(number));
    }

    /** The largest slices, and the others as one. */
    private Drawing pie(ChartKind kind) {
        Map<String, BigDecimal> sizes = values.values().iterator().next();
        List<Category> ordered = categories.values().stream()
                .filter(category -> sizes.containsKey(category.id()))
                .sorted(Comparator.comparing((Category category) -> sizes.getOrDefault(category.id(), BigDecimal.ZERO))
                        .reversed())
                .toList();
        if (sizes.values().stream().anyMatch(size -> size.signum() < 0)
                || sizes.values().stream().allMatch(size -> size.signum() == 0)) {
            return new Drawing.Undrawable("A pie needs values of which none is negative and not all are 0.");
        }
        String name = values.keySet().iterator().next();
        if (ordered.size() <= MOST_SLICES) {
            return new Drawing.Drawn(chart(kind, ordered, List.of(series(name, sizes, ordered))));
        }
        List<Category> slices = new ArrayList<>(ordered.subList(0, MOST_SLICES - 1));
        List<Category> others = ordered.subList(MOST_SLICES - 1, ordered.size());
        var rest = new Category("", others.size() + " others", "");
        Map<String, BigDecimal> all = new HashMap<>(sizes);
        all.put(
                rest.id(),
                others.stream()
                        .map(category -> sizes.getOrDefault(category.id(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        slices.add(rest);
        return new Drawing.Drawn(chart(kind, slices, List.of(series(name, all, slices))));
    }
}
