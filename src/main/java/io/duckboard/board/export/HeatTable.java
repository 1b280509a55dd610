package io.duckboard.board.export;

import io.duckboard.board.Show;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields that are shaded by their values, in a table of HTML. */
final class HeatTable {

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_ROWS = 100;

    private HeatTable() {}

    private record Field(String x, String y) {}

    static Html of(Show.HeatMap map, AnswerTable table) {
        Set<String> xs = Stream.concat(
                        table.rows().stream()
                                .filter(row -> table.number(row, map.x()).isPresent())
                                .sorted(Comparator.comparingDouble(
                                        row -> table.number(row, map.x()).orElse(0))),
                        table.rows().stream())
                .map(row -> new Written(map.xFormat()).of(table.value(row, map.x())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> ys = new LinkedHashSet<>();
        Map<Field, Double> values = new HashMap<>();
        var across = new Written(map.xFormat());
        for (var row : table.rows()) {
            String x = across.of(table.value(row, map.x()));
            String y = Written.PLAIN.of(table.value(row, map.y()));
            ys.add(y);
            table.number(row, map.value()).ifPresent(value -> values.put(new Field(x, y), value));
        }
        var shades = new Shades(values.values().stream().mapToDouble(Double::doubleValue));
        var written = new Written(map.format());
        List<String> columns = xs.stream().limit(MOST_COLUMNS).toList();
        var html = new Html().raw("<div class=\"scroll\" tabindex=\"0\"><table class=\"heat\"><thead><tr><td></td>");
        columns.forEach(x -> html.element("th", x));
        html.raw("</tr></thead><tbody>");
        ys.stream().limit(MOST_ROWS).forEach(y -> {
            html.raw("<tr>").element("th", y);
            for (String x : columns) {
                Double value = values.get(new Field(x, y));
                OptionalDouble number = value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
                html.element("td", shades.of(number), value == null ? "" : written.of(value));
            }
            html.raw("</tr>");
        });
        return html.raw("</tbody></table></div>");
    }
}
