package io.duckboard.bench;

import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures from the start of a terminal command to the first byte of what it prints, beside a JVM that does nothing and
 * a command that asks nobody.
 */
final class CommandStarts {

    private static final int WARMUP = 2;
    private static final int ROUNDS = 2 * Integer.getInteger("bench.rounds", 10);
    private static final double MOST_MS = 250;

    private final Path command;
    private final Path home;

    CommandStarts(Path command, Path home) {
        this.command = command;
        this.home = home;
    }

    void measure(Report report) throws IOException {
        List<String> query = List.of(command.toString(), "query", "SELECT count(*) FROM trips");
        var own = new Samples();
        var bare = new Samples();
        var version = new Samples();
        for (int round = -WARMUP; round < ROUNDS; round++) {
            add(own, round, query);
            add(version, round, List.of(command.toString(), "--version"));
            add(bare, round, List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--version"));
        }
        var running = new Samples();
        RunningApp app = RunningApp.start(command, home);
        for (int round = -WARMUP; round < ROUNDS; round++) {
            add(running, round, query);
        }
        app.stop();
        report.atMost(
                MOST_MS, "query to its first byte, an engine running", running.median(), "ms", Report.spread(running));
        report.times("… with an engine of its own", own);
        report.times("… --version, which asks nobody", version);
        report.times("… a JVM's own --version", bare);
    }

    private void add(Samples samples, int round, List<String> words) throws IOException {
        double ms = firstByte(words);
        if (round >= 0) {
            samples.add(ms);
        }
    }

    private double firstByte(List<String> words) throws IOException {
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("DUCKBOARD_"));
        builder.environment().put("DUCKBOARD_HOME", home.toString());
        long start = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        int first = process.getInputStream().read();
        double ms = (System.nanoTime() - start) / 1e6;
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (first < 0 || process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("It failed: " + String.join(" ", words));
        }
        return ms;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
