package io.duckboard.bench;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.sqlpage.ui.SqlPage;
import io.duckboard.testing.Browser;
import java.io.IOException;

/** Measures an SQL editor that knows 5,000 columns, from a key press to the frame that shows the typed character. */
final class TypingBench {

    private static final double MOST_MS = 50;

    /** The pause of somebody who types 200 words a minute. */
    private static final double BETWEEN_KEYS_MS = 60;

    /**
     * Types one column after another with the list of suggestions open, and prefixes that thousands of columns share.
     */
    private static final String TYPED =
            "SELECT measure_3, sum(value_7_12) AS total, t.label_3 FROM table_7 t JOIN table_8 u ON t.value_7_1 = u.value_8_2"
                    + " WHERE measure_4 > 10 AND contains(lower(label_9), 'x') GROUP BY ALL ";

    private final RunningApp app;
    private final Browser browser;

    TypingBench(RunningApp app, Browser browser) {
        this.app = app;
        this.browser = browser;
    }

    void measure(Report report) throws IOException {
        Page page = browser.visit(1280, 900, ColorScheme.LIGHT);
        Watch watch = Watch.on(page);
        page.navigate(app.address("sql"));
        var sql = new SqlPage(page);
        sql.editor().waitFor();
        sql.type("-- A text of some length.\n" + "SELECT measure_1 FROM table_1 WHERE value_1_1 > 1;\n".repeat(100));
        page.waitForFunction("() => watch.knowsTables()");
        page.evaluate("() => watch.learnColumns(20, 250)");
        type(page);
        page.evaluate("() => watch.beginKeys()");
        type(page);
        type(page);
        var keys = new Samples();
        watch.numbers("() => watch.endKeys()").forEach(keys::add);
        page.context().close();
        report.atMost(
                MOST_MS, "key to picture, 5,000 columns known: p95", keys.quantile(0.95), "ms", Report.spread(keys));
        report.times("… median", keys);
    }

    private static void type(Page page) {
        page.keyboard().type(TYPED, new Keyboard.TypeOptions().setDelay(BETWEEN_KEYS_MS));
        page.keyboard().press("Escape");
        page.keyboard().press("Enter");
    }
}
