package io.duckboard.board.export;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Show;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Values over an axis, by series.
 *
 * @param xs the places along the axis, in the order of the rows
 * @param series their names
 * @param values of each place, one of each series; absent where there is none
 */
record SeriesTable(List<String> xs, List<String> series, List<List<OptionalDouble>> values) {

    private static final String NOTHING = "–";

    static SeriesTable of(Show.Plot plot, AnswerTable table) {
        Map<String, Map<String, Double>> byX = new HashMap<>();
        Set<String> names = new LinkedHashSet<>();
        if (plot.series().isEmpty()) {
            plot.y().forEach(y -> names.add(y.name()));
        }
        List<String> xs = new ArrayList<>();
        List<Map<String, Double>> places = new ArrayList<>();
        for (var row : table.rows()) {
            Object value = table.value(row, plot.x());
            String x = value == null ? NOTHING : value.toString();
            Map<String, Double> at = byX.get(x);
            if (at == null || plot.style() == Show.Style.SCATTER) {
                at = new LinkedHashMap<>();
                byX.put(x, at);
                xs.add(x);
                places.add(at);
            }
            for (ColumnName y : plot.y()) {
                String name = plot.series()
                        .map(series -> String.valueOf(table.value(row, series)))
                        .orElse(y.name());
                names.add(name);
                OptionalDouble number = table.number(row, y);
                if (number.isPresent()) {
                    at.merge(name, number.getAsDouble(), Double::sum);
                }
            }
        }
        List<String> series = List.copyOf(names);
        var values = new ArrayList<List<OptionalDouble>>();
        for (Map<String, Double> at : places) {
            values.add(series.stream()
                    .map(name -> at.containsKey(name)
                            ? OptionalDouble.of(at.getOrDefault(name, 0.0))
                            : OptionalDouble.empty())
                    .toList());
        }
        return new SeriesTable(xs, series, values);
    }

    DoubleStream all() {
        return values.stream().flatMap(List::stream).flatMapToDouble(OptionalDouble::stream);
    }

    /** What lies on each other where bars are stacked. */
    DoubleStream sums() {
        return values.stream()
                .mapToDouble(at -> at.stream()
                        .flatMapToDouble(OptionalDouble::stream)
                        .filter(value -> value > 0)
                        .sum());
    }

    boolean isOne() {
        return series.size() == 1;
    }
}
