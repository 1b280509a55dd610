package io.duckboard.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.sqlpage.ui.SqlPage;
import io.duckboard.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures what the app's process holds in memory after as many visits, pages and questions as an hour brings, without
 * the pauses between them. The engine's workers are processes of their own.
 */
final class HourOfUse {

    /** A visitor each minute. */
    private static final int VISITS = Integer.getInteger("bench.visits", 60);

    private static final double MOST_MB = 250;
    private static final List<String> QUESTIONS = List.of(
            "SELECT * FROM trips LIMIT 1000 -- %d",
            "SELECT zone, count(*) AS n FROM trips JOIN zones ON pickup_location_id = location_id GROUP BY ALL -- %d");

    private final RunningApp app;
    private final Browser browser;

    HourOfUse(RunningApp app, Browser browser) {
        this.app = app;
        this.browser = browser;
    }

    void measure(Report report) throws IOException {
        double most = 0;
        var bars = new Samples();
        double first = 0;
        for (int visit = 0; visit < VISITS; visit++) {
            bars.add(visit(visit));
            double now = resident(app.process());
            most = Math.max(most, now);
            first = visit == 0 ? now : first;
        }
        double last = resident(app.process());
        double workers = 0;
        for (ProcessHandle worker : app.process().children().toList()) {
            workers += resident(worker);
        }
        report.atMost(MOST_MB, "the app after an hour of use, resident", last, "MB", "most " + Report.number(most));
        report.value("… after its first visitor", first, "MB", "");
        report.value("… and its workers", workers, "MB", "");
        report.times("… the hour's first pages to drawn bars", bars);
    }

    /** @return ms from the address to the bars */
    private double visit(int number) throws IOException {
        Page page = browser.visit(1280, 900, ColorScheme.LIGHT);
        Watch watch = Watch.on(page);
        page.navigate(app.address(""));
        double bars = watch.paintedSinceNavigation("watch.bars() === 5");
        go(page, watch, "sql", "watch.inside('duckboard-sql-editor', '.cm-content')");
        var sql = new SqlPage(page);
        for (String question : QUESTIONS) {
            sql.type(question.formatted(number));
            sql.run();
            sql.facts().waitFor();
            SqlPage.awaitAnswers(page);
        }
        go(page, watch, "data", "watch.inside('.table-list', 'li a')");
        go(page, watch, "lineage", "watch.inside('duckboard-lineage', '.node')");
        page.context().close();
        return bars;
    }

    private static void go(Page page, Watch watch, String path, String condition) {
        watch.begin("click", condition);
        page.locator("vaadin-side-nav-item[path='" + path + "']").click();
        watch.end();
        SqlPage.awaitAnswers(page);
    }

    /** The kernel's count in kB; a process that has ended holds nothing. */
    private static double resident(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1000.0;
    }
}
