package io.duckboard.bench;

import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Measures from the start of the app, in a home that was used before, to the whole of its first page. */
final class PageStarts {

    private static final int WARMUP = 1;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 10);
    private static final double MOST_MS = 1000;

    private final Path command;
    private final Path home;

    PageStarts(Path command, Path home) {
        this.command = command;
        this.home = home;
    }

    void measure(Report report) throws IOException, InterruptedException {
        var ready = new Samples();
        var page = new Samples();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = -WARMUP; round < ROUNDS; round++) {
                long start = System.nanoTime();
                RunningApp app = RunningApp.start(command, home);
                double listening = (System.nanoTime() - start) / 1e6;
                String body = client.send(
                                HttpRequest.newBuilder(URI.create(app.address("")))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
                double answered = (System.nanoTime() - start) / 1e6;
                app.stop();
                if (!body.contains("</html>")) {
                    throw new IllegalStateException("The first page is none: " + body);
                }
                if (round >= 0) {
                    ready.add(listening);
                    page.add(answered);
                }
            }
        }
        report.atMost(
                MOST_MS, "start of the app to its first page, over HTTP", page.median(), "ms", Report.spread(page));
        report.times("… to where it listens", ready);
    }
}
