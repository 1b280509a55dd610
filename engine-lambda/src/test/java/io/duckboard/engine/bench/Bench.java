package io.duckboard.engine.bench;

import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the measurements, prints a table, and writes it as JSON. build/bench starts it in the engine's folder. */
final class Bench {

    private Bench() {}

    /**
     * @param arguments the lake's folder, the sample, a Python with duckdb, the JSON file to write, the seconds to run
     * many callers for
     */
    public static void main(String[] arguments) throws Exception {
        TestLake lake = Trips.lake(Path.of(arguments[0]), Path.of(arguments[1]), Trips.ROWS);
        Duration crowd = Duration.ofSeconds(Long.parseLong(arguments[4]));
        Report report = new Report();
        Path temporary = Files.createTempDirectory("duckboard-bench-");
        try {
            new ColdStarts(temporary, Path.of(arguments[2]), lake).measure(report);
            try (InProcess inProcess = new InProcess(lake)) {
                inProcess.measure(report);
            }
            try (ThroughLambda one = ThroughLambda.over(lake, 1)) {
                one.measure(report);
            }
            try (ThroughLambda many = ThroughLambda.over(lake, 2)) {
                many.crowd(report, crowd);
            }
        } finally {
            delete(temporary);
        }
        report.write(Path.of(arguments[3]));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
