package io.duckboard.ui.chart.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers by category and series, both in the order of the rows. Numbers of the same cell are added up. */
final class Crosstab {

    private final Map<String, Map<String, BigDecimal>> cells = new LinkedHashMap<>();
    private final Set<String> series = new LinkedHashSet<>();
    private boolean addedUp;

    void add(String category, String name, BigDecimal number) {
        series.add(name);
        BigDecimal before =
                cells.computeIfAbsent(category, _ -> new LinkedHashMap<>()).putIfAbsent(name, number);
        if (before != null) {
            cells.get(category).put(name, before.add(number));
            addedUp = true;
        }
    }

    List<String> categories() {
        return new ArrayList<>(cells.keySet());
    }

    List<String> series() {
        return new ArrayList<>(series);
    }

    Optional<BigDecimal> at(String category, String name) {
        return Optional.ofNullable(cells.getOrDefault(category, Map.of()).get(name));
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Whether any cell had more than one number. */
    boolean addedUp() {
        return addedUp;
    }
}
