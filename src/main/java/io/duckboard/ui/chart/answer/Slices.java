package io.duckboard.ui.chart.answer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The largest parts of a whole, with the other parts combined into one. */
final class Slices {

    /** There are only this many colours that people can tell apart. */
    static final int MOST = 8;

    private final Crosstab whole;
    private final String series;

    Slices(Crosstab whole) {
        this.whole = whole;
        this.series = whole.series().getFirst();
    }

    /** Returns nothing if the numbers are not parts of a whole. */
    Optional<Crosstab> cut() {
        List<String> parts = whole.categories().stream()
                .sorted(Comparator.comparing(this::size).reversed())
                .toList();
        if (size(parts.getLast()).signum() < 0 || size(parts.getFirst()).signum() == 0) {
            return Optional.empty();
        }
        int shown = parts.size() <= MOST ? parts.size() : MOST - 1;
        var slices = new Crosstab();
        parts.subList(0, shown).forEach(part -> slices.add(part, series, size(part)));
        if (shown < parts.size()) {
            List<String> others = parts.subList(shown, parts.size());
            slices.add(
                    "%d others".formatted(others.size()),
                    series,
                    others.stream().map(this::size).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return Optional.of(slices);
    }

    private BigDecimal size(String part) {
        return whole.at(part, series).orElse(BigDecimal.ZERO);
    }
}
