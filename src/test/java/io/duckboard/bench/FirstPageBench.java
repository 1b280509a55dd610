package io.duckboard.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.testing.Browser;
import java.io.IOException;
import java.util.List;

/** Measures the dashboard and Streamlit's page, in turns, from opening the address to the first bars. */
final class FirstPageBench {

    private static final int WARMUP = 3;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 15);

    /** Of Streamlit's time. */
    private static final double MOST = 0.6;

    private static final double FIRST_PAINT_MS = 300;

    /** Web Vitals call up to 0.1 good. */
    private static final double SHIFT = 0.02;

    private final RunningApp app;
    private final StreamlitPage peer;
    private final Browser browser;

    FirstPageBench(RunningApp app, StreamlitPage peer, Browser browser) {
        this.app = app;
        this.peer = peer;
        this.browser = browser;
    }

    void measure(Report report) throws IOException {
        var ours = new Visits();
        var theirs = new Visits();
        var ratioSeen = new Samples();
        var ratio = new Samples();
        for (int round = -WARMUP; round < ROUNDS; round++) {
            Visit first = visit(app.address(""), "watch.seenBars() === 5", "watch.bars() === 5");
            Visit second = visit(peer.address(), "watch.peerBars(5)", "watch.peerBars(5)");
            if (round >= 0) {
                ours.add(first);
                theirs.add(second);
                ratioSeen.add(first.seen() / second.seen());
                ratio.add(first.bars() / second.bars());
            }
        }
        report.times("first page to bars that are seen", ours.seen);
        report.times("… Streamlit's page", theirs.seen);
        report.atMost(MOST, "… ratio of pairs", ratioSeen.median(), "×", Report.spread(ratioSeen));
        report.times("first page to bars that can be pointed at", ours.bars);
        report.atMost(MOST, "… ratio of pairs", ratio.median(), "×", Report.spread(ratio));
        report.atMost(FIRST_PAINT_MS, "… first contentful paint", ours.paint.median(), "ms", Report.spread(ours.paint));
        report.times("… Streamlit's", theirs.paint);
        report.atMost(SHIFT, "… layout shift", ours.shift.median(), "", Report.spread(ours.shift));
        report.times("… to the last change of the bars", ours.still);
    }

    /** A new visitor has nothing in the browser's cache. */
    private Visit visit(String address, String seen, String bars) throws IOException {
        Page page = browser.visit(1280, 900, ColorScheme.LIGHT);
        Watch watch = Watch.on(page);
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        List<Double> painted = watch.allPaintedSinceNavigation(seen, bars);
        var visit = new Visit(
                painted.getFirst(),
                painted.getLast(),
                watch.number("() => watch.atRest()"),
                watch.number("() => watch.firstPaint()"),
                watch.number("() => watch.shift()"));
        page.context().close();
        return visit;
    }

    /**
     * @param seen ms to the frame that shows the bars, be it in the picture of the first response
     * @param bars ms to the frame that shows the bars of the chart itself
     * @param still ms to the frame after which they do not change
     * @param paint ms to the first contentful paint
     * @param shift cumulative layout shift until the bars are still
     */
    private record Visit(double seen, double bars, double still, double paint, double shift) {}

    private static final class Visits {

        private final Samples seen = new Samples();
        private final Samples bars = new Samples();
        private final Samples still = new Samples();
        private final Samples paint = new Samples();
        private final Samples shift = new Samples();

        void add(Visit visit) {
            seen.add(visit.seen());
            bars.add(visit.bars());
            still.add(visit.still());
            paint.add(visit.paint());
            shift.add(visit.shift());
        }
    }
}
