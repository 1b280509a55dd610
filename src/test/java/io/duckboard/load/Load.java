package io.duckboard.load;

import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.load.LoadPicture.Line;
import io.duckboard.load.LoadPicture.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Has viewers look at the dashboard at once, for the second half of the time beside somebody's hostile queries; then leaves
 * more pages idle. Prints a table, writes it as JSON, draws it, and ends with 1 if anybody was not served, or no hostile
 * query ran.
 */
final class Load {

    private static final int SESSIONS = Integer.getInteger("load.sessions", 50);
    private static final int SECONDS = Integer.getInteger("load.seconds", 300);
    private static final int IDLE = Integer.getInteger("load.idle", 200);

    /** The JVM compiles, and caches fill: whoever comes then is served, and their time is not counted. */
    private static final Duration WARM = Duration.ofSeconds(Math.min(60, SECONDS / 2));

    /** The collections that tell what is alive stop the app for a moment, which should not be counted either. */
    private static final Duration COLLECT = WARM.multipliedBy(2).dividedBy(3);

    private static final Duration HOSTILE = WARM.plusSeconds(SECONDS / 2);
    private static final Duration END = WARM.plusSeconds(SECONDS);
    private static final Duration BUCKET = Duration.ofSeconds(Math.max(2, SECONDS / 30));

    private final Team team;
    private final AppMemory memory;
    private final Waits waits = new Waits();
    private final List<Point> resident = new ArrayList<>();

    private Load(Team team) {
        this.team = team;
        this.memory = new AppMemory(team.app().process());
    }

    /** @param arguments the command {@code duckboard}, and the JSON file and the picture to write */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var report = new Report();
        boolean served;
        try (Team team = Team.start(Path.of(arguments[0]), SESSIONS)) {
            var load = new Load(team);
            served = load.look(report);
            if (served) {
                load.idle(report);
                Files.writeString(Path.of(arguments[2]), load.picture().svg());
            }
        }
        report.write(Path.of(arguments[1]));
        System.exit(served ? 0 : 1);
    }

    /** Returns whether everybody was served, beside queries that were indeed hostile. */
    private boolean look(Report report) throws IOException, InterruptedException {
        var hostile = new Hostile(team.client(), team.app().address("api/query"), team.token());
        double early;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, SESSIONS).forEach(number -> people.execute(new Viewer(team, number, waits, END)));
            sample(COLLECT);
            early = memory.alive();
            sample(HOSTILE);
            people.execute(hostile);
            sample(END);
            hostile.stop();
        }
        report.atMost(0, "looks that were not answered", waits.errors().size(), "", waits.count() + " were");
        waits.errors().stream().limit(20).forEach(System.err::println);
        report.atLeast(
                1,
                "hostile queries that ran until their deadline",
                hostile.ran(),
                "",
                "status=times " + hostile.ends());
        boolean served = waits.errors().isEmpty() && hostile.ran() > 0;
        if (served) {
            tell(report, early);
        }
        return served;
    }

    private void tell(Report report, double early) throws IOException, InterruptedException {
        double late = memory.alive();
        Samples alone = waits.between(WARM, HOSTILE);
        Samples beside = waits.between(HOSTILE, END);
        report.times("a look at the dashboard, of " + SESSIONS + " people", alone);
        report.value("… p95", alone.quantile(0.95), "ms", "");
        report.times("… beside hostile queries", beside);
        report.atMost(
                2,
                "… its p95, to that without",
                beside.quantile(0.95) / alone.quantile(0.95),
                "",
                Report.number(beside.quantile(0.95)) + " ms");
        report.value("alive on the heap after the warm-up", early, "MB", "");
        report.atMost(1.2, "… after all, to that", late / early, "", Report.number(late) + " MB");
        report.value("resident", resident.getLast().value(), "MB", "");
    }

    private void idle(Report report) throws IOException, InterruptedException {
        double before = memory.alive();
        List<DashboardPage> pages = new ArrayList<>();
        for (int session = 0; session < IDLE; session++) {
            pages.add(DashboardPage.open(team.signIn(session % SESSIONS)));
        }
        report.atMost(
                1,
                "alive on the heap for an idle session, of " + IDLE,
                (memory.alive() - before) / pages.size(),
                "MB",
                "");
    }

    private void sample(Duration until) throws IOException, InterruptedException {
        while (waits.now().compareTo(until) < 0) {
            Thread.sleep(1_000);
            resident.add(new Point(minutes(waits.now()), memory.resident()));
        }
    }

    private LoadPicture picture() {
        String title = SESSIONS + " people at the dashboard";
        return new LoadPicture(
                title,
                minutes(END),
                minutes(HOSTILE),
                List.of(new Line("p95", "#c2410c", waited(0.95)), new Line("p50", "#2f6fde", waited(0.5))),
                List.of(new Line("resident", "#2f6fde", resident)));
    }

    private List<Point> waited(double share) {
        List<Point> points = new ArrayList<>();
        for (Duration from = BUCKET; from.compareTo(END) < 0; from = from.plus(BUCKET)) {
            Samples samples = waits.between(from, from.plus(BUCKET));
            if (!samples.isEmpty()) {
                points.add(new Point(minutes(from.plus(BUCKET.dividedBy(2))), samples.quantile(share)));
            }
        }
        return points;
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
