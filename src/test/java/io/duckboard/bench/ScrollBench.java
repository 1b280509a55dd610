package io.duckboard.bench;

import com.microsoft.playwright.Page;
import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import java.util.List;

/** Measures the frames of a grid of 10,000 rows and 50 columns while somebody scrolls it by wheel and by keyboard. */
final class ScrollBench {

    private static final int ROUNDS = 5;
    private static final int STEPS = 40;

    /** Pixels of a quick turn of the wheel. */
    private static final int TURN = 240;

    /** Two frames of a screen that shows sixty frames a second. */
    private static final double TWO_FRAMES_MS = 33.4;

    private static final List<Way> WAYS = List.of(
            new Way("wheel down and up", List.of(), 0, TURN),
            new Way("wheel right and left", List.of(), TURN / 2, 0),
            new Way("down and up", List.of("ArrowDown", "ArrowUp"), 0, 0),
            new Way("page down and up", List.of("PageDown", "PageUp"), 0, 0),
            new Way("right and left", List.of("ArrowRight", "ArrowLeft"), 0, 0));

    private final Page page;
    private final Watch watch;

    ScrollBench(Page page, Watch watch) {
        this.page = page;
        this.watch = watch;
    }

    /** The grid's answer has to be shown already. */
    void measure(Report report) {
        page.evaluate("() => watch.toTop()");
        page.locator(".answer-grid vaadin-grid-cell-content:text-is('1')")
                .first()
                .click();
        for (Way way : WAYS) {
            var p95 = new Samples();
            for (int round = -1; round < ROUNDS; round++) {
                page.evaluate("() => watch.beginFrames()");
                scroll(way, 0);
                scroll(way, 1);
                double frame = watch.number("() => watch.endFrames()");
                if (round >= 0) {
                    p95.add(frame);
                }
            }
            report.atMost(TWO_FRAMES_MS, "… " + way.name() + ": p95 frame", p95.median(), "ms", Report.spread(p95));
        }
    }

    private void scroll(Way way, int back) {
        int sign = back == 0 ? 1 : -1;
        for (int step = 0; step < STEPS; step++) {
            if (way.keys().isEmpty()) {
                page.mouse().wheel(sign * way.right(), sign * way.down());
            } else {
                page.keyboard().press(way.keys().get(back));
            }
            // As often as a held key repeats.
            page.evaluate("() => watch.twoFrames()");
        }
    }

    /** @param keys the key there and the key back; none for the wheel */
    private record Way(String name, List<String> keys, int right, int down) {}
}
