package io.duckboard.engine.bench.s3;

import io.duckboard.engine.bench.PackagedWorker;
import io.duckboard.engine.bench.network.Pace;
import io.duckboard.engine.bench.peer.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Measures the engine over S3, with latency and without, beside Python and DuckDB. build/bench-s3 starts it. */
final class S3Bench {

    private S3Bench() {}

    /**
     * @param arguments the project, a folder that keeps the objects, a Python, httpfs, the JSON file to write, how often
     * a warm call is repeated, and the words of the lines to measure; none for all
     */
    public static void main(String[] arguments) throws Exception {
        var tools = new Tools(Path.of(arguments[0]), Path.of(arguments[2]), Path.of(arguments[3]));
        List<String> words = Arrays.asList(arguments).subList(6, arguments.length);
        List<Line> lines = Line.ALL.stream()
                .filter(line -> words.isEmpty() || words.contains(line.word()))
                .toList();
        Path temporary = Files.createTempDirectory("duckboard-bench-");
        try (Month month = new Month(tools, Path.of(arguments[1]));
                Rounds rounds =
                        new Rounds(month, tools, new PackagedWorker(temporary), Integer.parseInt(arguments[5]))) {
            var tally = new Tally();
            for (Line line : lines) {
                for (Pace pace : List.of(Pace.OF_S3, Pace.UNLIMITED)) {
                    tally.add(line, pace, rounds.measure(line, pace));
                }
            }
            tally.write(Path.of(arguments[4]));
        } finally {
            Month.delete(temporary);
        }
    }
}
