package io.duckboard.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.testing.Browser;
import java.io.IOException;

/** Measures the dashboard and Streamlit's page, in turns, from a new number to its bars. */
final class NumberBench {

    private static final int WARMUP = 3;
    private static final int NUMBERS = 20;

    private final RunningApp app;
    private final StreamlitPage peer;
    private final Browser browser;

    NumberBench(RunningApp app, StreamlitPage peer, Browser browser) {
        this.app = app;
        this.peer = peer;
        this.browser = browser;
    }

    void measure(Report report) throws IOException {
        Page page = browser.visit(1280, 900, ColorScheme.LIGHT);
        Watch watch = Watch.on(page);
        page.navigate(app.address(""));
        watch.paintedSinceNavigation("watch.bars() === 5");
        watch.paintedSinceNavigation("watch.map()");
        Page other = browser.visit(1280, 900, ColorScheme.LIGHT);
        Watch peerWatch = Watch.on(other);
        other.navigate(peer.address());
        peerWatch.paintedSinceNavigation("watch.peerBars(5)");
        var ours = new Samples();
        var theirs = new Samples();
        var ratio = new Samples();
        var still = new Samples();
        for (int round = -WARMUP; round < NUMBERS; round++) {
            int number = round % 2 == 0 ? 12 : 7;
            double first = type(page, watch, number, "watch.bars() === " + number);
            double grown = watch.number("() => watch.atRest()") - watch.number("() => watch.startedAt");
            double second = type(other, peerWatch, number, "watch.peerBars(" + number + ")");
            peerWatch.number("() => watch.atRest()");
            if (round >= 0) {
                ours.add(first);
                theirs.add(second);
                ratio.add(first / second);
                still.add(grown);
            }
        }
        report.times("new number to new bars", ours);
        report.times("… Streamlit's page", theirs);
        report.atMost(1, "… ratio of pairs", ratio.median(), "×", Report.spread(ratio));
        report.times("… and grown to their length", still);
        page.context().close();
        other.context().close();
    }

    private static double type(Page page, Watch watch, int number, String bars) {
        page.bringToFront();
        Locator field = page.getByLabel("# of pickup locations");
        field.fill(String.valueOf(number));
        watch.begin("keydown", bars);
        field.press("Enter");
        return watch.end();
    }
}
