package io.duckboard.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks on inside a page, by the page's own clock, so that nothing of the driver is in what is measured. */
final class Watch {

    private final Page page;

    private Watch(Page page) {
        this.page = page;
    }

    /** To be called before the page is opened. */
    static Watch on(Page page) throws IOException {
        page.addInitScript(script());
        return new Watch(page);
    }

    /** @return ms since the page was asked for */
    double paintedSinceNavigation(String condition) {
        return number(page.evaluate("() => watch.painted(() => " + condition + ")"));
    }

    /**
     * Begins to wait for an event, and then for what it is to lead to.
     *
     * @param condition in JavaScript
     */
    void begin(String event, String condition) {
        page.evaluate("() => watch.begin('" + event + "', () => " + condition + ")");
    }

    /** @return ms from the event to the picture that fulfils the condition */
    double end() {
        return number(page.evaluate("() => watch.end()"));
    }

    /** @return what an expression is, or what it promises */
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
