package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers in their order as a small line, for the eye alone. */
final class SparkLine extends Div {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 30;

    SparkLine() {
        addClassName("spark");
        getElement().setAttribute("aria-hidden", "true");
    }

    void show(List<Double> numbers) {
        // The markup has numbers alone.
        getElement().setProperty("innerHTML", numbers.size() < 2 ? "" : """
                        <svg viewBox="0 -2 100 34" preserveAspectRatio="none"><polyline points="%s"/></svg>""".formatted(points(numbers)));
    }

    private static String points(List<Double> numbers) {
        double least = numbers.stream().min(Double::compare).orElse(0.0);
        double most = numbers.stream().max(Double::compare).orElse(0.0);
        double range = most == least ? 1 : most - least;
        return IntStream.range(0, numbers.size())
                .mapToObj(index -> String.format(
                        Locale.ROOT,
                        "%.2f,%.2f",
                        index * WIDTH / (numbers.size() - 1),
                        HEIGHT - (numbers.get(index) - least) / range * HEIGHT))
                .collect(Collectors.joining(" "));
    }
}
