package io.duckboard.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures times inside a page by the page's own clock, so that the driver's time is not included. */
final class Watch {

    private final Page page;

    private Watch(Page page) {
        this.page = page;
    }

    /** Must be called before the page is opened. */
    static Watch on(Page page) throws IOException {
        page.addInitScript(script());
        return new Watch(page);
    }

    /** @return ms since the page was requested */
    double paintedSinceNavigation(String condition) {
        return number(page.evaluate("() => watch.painted(() => " + condition + ")"));
    }

    /** @return ms since the page was requested, for each of the conditions */
    List<Double> allPaintedSinceNavigation(String... conditions) {
        return numbers(Stream.of(conditions)
                .map(condition -> "watch.painted(() => " + condition + ")")
                .collect(Collectors.joining(", ", "() => Promise.all([", "])")));
    }

    /**
     * Starts to wait for an event, and then for its result.
     *
     * @param condition a JavaScript expression that is true when the result is there
     */
    void begin(String event, String condition) {
        page.evaluate("() => watch.begin('" + event + "', () => " + condition + ")");
    }

    /** @return ms from the event to the frame that fulfils the condition */
    double end() {
        return number(page.evaluate("() => watch.end()"));
    }

    /** @return the value of an expression, or of the promise that it returns */
    double number(String expression) {
        return number(page.evaluate(expression));
    }

    List<Double> numbers(String expression) {
        return ((List<?>) page.evaluate(expression)).stream().map(Watch::number).toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(Watch.class.getResourceAsStream("watch.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
