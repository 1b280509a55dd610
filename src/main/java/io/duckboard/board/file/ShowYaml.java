package io.duckboard.board.file;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Format;
import io.duckboard.board.Show;
import io.duckboard.board.SortKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Writes what a tile makes of an answer. */
record ShowYaml(Show show) {

    static final int HEIGHT_OF_TEXT = 2;

    static String word(Show show) {
        return switch (show) {
            case Show.Figure _ -> "number";
            case Show.Plot plot ->
                switch (plot.style()) {
                    case BAR -> "bar";
                    case STACKED_BAR -> "stacked bar";
                    case LINE -> "line";
                    case AREA -> "area";
                    case SCATTER -> "scatter";
                };
            case Show.Pie _ -> "pie";
            case Show.Histogram _ -> "histogram";
            case Show.HeatMap _ -> "heat map";
            case Show.ZoneMap _ -> "map";
            case Show.Table _ -> "table";
        };
    }

    void addTo(YamlTree tree) {
        switch (show) {
            case Show.Figure figure -> {
                tree.putAny("value", text(figure.value()));
                tree.putAny("note", text(figure.note()));
                tree.putAny("compare", figure.comparison().map(ShowYaml::comparison));
                tree.putAny("spark", text(figure.spark()));
                tree.putAny("format", figure.format().map(ShowYaml::format));
            }
            case Show.Plot plot -> {
                tree.put("x", plot.x().name());
                tree.put("y", columns(plot.y()));
                tree.putAny("series", text(plot.series()));
                if (plot.growth() == Show.Growth.RIGHT) {
                    tree.put("horizontal", YamlTree.truth(true));
                }
                labels(plot.labels(), tree);
                tree.putAny("format", plot.format().map(ShowYaml::format));
                tree.putAny("x_format", plot.xFormat().map(ShowYaml::format));
            }
            case Show.Pie pie -> {
                tree.put("x", pie.x().name()).put("y", pie.y().name());
                labels(pie.labels(), tree);
                tree.putAny("format", pie.format().map(ShowYaml::format));
            }
            case Show.Histogram histogram -> {
                tree.put("x", histogram.x().name());
                histogram.bins().ifPresent(bins -> tree.put("bins", bins));
                tree.putAny("x_format", histogram.xFormat().map(ShowYaml::format));
            }
            case Show.HeatMap map -> {
                tree.put("x", map.x().name())
                        .put("y", map.y().name())
                        .put("value", map.value().name());
                tree.putAny("format", map.format().map(ShowYaml::format));
                tree.putAny("x_format", map.xFormat().map(ShowYaml::format));
            }
            case Show.ZoneMap map -> {
                tree.put("zone", map.zone().name()).put("value", map.value().name());
                tree.putAny("label", text(map.label()));
                tree.putAny("note", text(map.note()));
                tree.putAny("format", map.format().map(ShowYaml::format));
            }
            case Show.Table table -> {
                if (!table.shown().isEmpty()) {
                    tree.put(
                            "columns",
                            YamlTree.lines(
                                    table.shown().stream().map(ShowYaml::column).toList()));
                }
            }
        }
    }

    private static Optional<Node> text(Optional<ColumnName> column) {
        return column.map(ColumnName::name).map(YamlTree::text);
    }

    private static Node columns(List<ColumnName> columns) {
        List<Node> names =
                columns.stream().map(ColumnName::name).map(YamlTree::text).toList();
        return names.size() == 1 ? names.getFirst() : YamlTree.oneLine(names);
    }

    private static void labels(Show.Labels labels, YamlTree tree) {
        tree.putAny("id", text(labels.id()));
        tree.putAny("note", text(labels.note()));
    }

    private static Node comparison(Show.Comparison comparison) {
        if (comparison.label().isEmpty() && comparison.better() == Show.Better.MORE) {
            return YamlTree.text(comparison.column().name());
        }
        var tree = new YamlTree().put("column", comparison.column().name()).putUnlessEmpty("label", comparison.label());
        if (comparison.better() != Show.Better.MORE) {
            tree.put("better", comparison.better().name().toLowerCase(Locale.ROOT));
        }
        return tree.oneLine();
    }

    private static Node column(Show.TableColumn column) {
        if (column.label().isEmpty() && column.format().isEmpty()) {
            return YamlTree.text(column.column().name());
        }
        return new YamlTree()
                .put("column", column.column().name())
                .putAny("label", column.label().map(YamlTree::text))
                .putAny("format", column.format().map(ShowYaml::format))
                .oneLine();
    }

    private static Node format(Format format) {
        var tree = new YamlTree();
        String kind = switch (format) {
            case Format.Decimal(var decimals, String unit) -> {
                decimals.ifPresent(digits -> tree.put("decimals", digits));
                tree.putUnlessEmpty("unit", unit);
                yield "number";
            }
            case Format.Money(String currency, var decimals) -> {
                if (!currency.equals(FormatShape.USD)) {
                    tree.put("currency", currency);
                }
                decimals.ifPresent(digits -> tree.put("decimals", digits));
                yield "money";
            }
            case Format.Percent(var decimals) -> {
                decimals.ifPresent(digits -> tree.put("decimals", digits));
                yield "percent";
            }
            case Format.Date(String pattern) -> {
                tree.put("pattern", pattern);
                yield "date";
            }
        };
        return tree.isEmpty() ? YamlTree.text(kind) : tree.first("kind", kind).oneLine();
    }

    static Node sorted(SortKey key) {
        String name = key.column().name();
        String lower = name.toLowerCase(Locale.ROOT);
        return YamlTree.text(
                switch (key.direction()) {
                    case DESCENDING -> name + " desc";
                    case ASCENDING -> lower.endsWith(" desc") || lower.endsWith(" asc") ? name + " asc" : name;
                });
    }
}
