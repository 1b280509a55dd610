package io.duckboard.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.testing.Browser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the other pages from a click on their link to their contents, for a browser that was there before. */
final class LaterPagesBench {

    private static final int WARMUP = 2;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 15);
    private static final double MOST_MS = 250;

    /** What each page shows when it is there, in the order in which they are visited. */
    private static final Map<String, String> PAGES = pages();

    private final RunningApp app;
    private final Browser browser;

    LaterPagesBench(RunningApp app, Browser browser) {
        this.app = app;
        this.browser = browser;
    }

    void measure(Report report) throws IOException {
        Page page = browser.visit(1280, 900, ColorScheme.LIGHT);
        Watch watch = Watch.on(page);
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int round = -WARMUP; round < ROUNDS; round++) {
            // Each round is a page anew, whose scripts are in the browser's cache.
            page.navigate(app.address(""));
            watch.paintedSinceNavigation("watch.bars() === 5");
            watch.paintedSinceNavigation("watch.map()");
            watch.number("() => watch.atRest()");
            for (var other : PAGES.entrySet()) {
                watch.begin("click", other.getValue());
                page.locator("vaadin-side-nav-item[path='" + other.getKey() + "']")
                        .click();
                double shown = watch.end();
                watch.number("() => watch.atRest()");
                if (round >= 0) {
                    samples.computeIfAbsent(other.getKey(), _ -> new Samples()).add(shown);
                }
            }
        }
        samples.forEach((name, times) -> report.atMost(
                MOST_MS, "click on a link to the page " + name, times.median(), "ms", Report.spread(times)));
        page.context().close();
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("sql", "watch.inside('duckboard-sql-editor', '.cm-content')");
        pages.put("data", "watch.inside('.table-list', 'li a')");
        pages.put("lineage", "watch.inside('duckboard-lineage', '.node')");
        return pages;
    }
}
