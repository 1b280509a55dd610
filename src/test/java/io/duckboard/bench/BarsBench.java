package io.duckboard.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.testing.Browser;
import java.io.IOException;

/** Measures the dashboard from opening its address to the first bars, and from a new number to its bars. */
final class BarsBench {

    private static final int WARMUP = 3;
    private static final int ROUNDS = 15;
    private static final int NUMBERS = 20;

    /** The time of a Streamlit page for the same, measured in this browser on the machine where this was built. */
    private static final double PEER_PAGE_MS = 1_181;

    private static final double PEER_NUMBER_MS = 366;

    private final RunningApp app;
    private final Browser browser;

    BarsBench(RunningApp app, Browser browser) {
        this.app = app;
        this.browser = browser;
    }

    void measure(Report report) throws IOException {
        var page = new Samples();
        var still = new Samples();
        for (int round = -WARMUP; round < ROUNDS; round++) {
            // A new visitor has nothing in the browser's cache.
            Page fresh = browser.visit(1280, 900, ColorScheme.LIGHT);
            Watch watch = Watch.on(fresh);
            fresh.navigate(app.address(""), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            double painted = watch.paintedSinceNavigation("watch.bars() === 5");
            double grown = watch.number("() => watch.barsAtRest()");
            if (round >= 0) {
                page.add(painted);
                still.add(grown);
            }
            fresh.context().close();
        }
        report.atMost(PEER_PAGE_MS, "first page to drawn bars", page.median(), "ms", Report.spread(page));
        report.times("… and grown to their length", still);
        measureNumbers(report);
    }

    private void measureNumbers(Report report) throws IOException {
        Page page = browser.visit(1280, 900, ColorScheme.LIGHT);
        Watch watch = Watch.on(page);
        page.navigate(app.address(""));
        watch.paintedSinceNavigation("watch.bars() === 5");
        watch.paintedSinceNavigation("watch.map()");
        Locator field = page.getByLabel("# of pickup locations");
        var painted = new Samples();
        var still = new Samples();
        for (int round = -WARMUP; round < NUMBERS; round++) {
            int number = round % 2 == 0 ? 12 : 7;
            field.fill(String.valueOf(number));
            watch.begin("keydown", "watch.bars() === " + number);
            field.press("Enter");
            double shown = watch.end();
            double grown = watch.number("() => watch.barsAtRest()");
            if (round >= 0) {
                painted.add(shown);
                still.add(grown - watch.number("() => watch.startedAt"));
            }
        }
        report.atMost(PEER_NUMBER_MS, "new number to new bars", painted.median(), "ms", Report.spread(painted));
        report.times("… and grown to their length", still);
        page.context().close();
    }
}
