package io.duckboard.engine.bench.growth;

import io.duckboard.engine.bench.peer.Tools;
import io.duckboard.engine.testing.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures how time and memory grow with the lake, beside DuckDB alone. build/bench-growth starts it. */
final class GrowthBench {

    /** How often each number of months is asked in a folder, and on S3. */
    private static final SortedMap<Integer, Map<Place, Integer>> ROUNDS = new TreeMap<>(Map.of(
            1, Map.of(Place.FOLDER, 15, Place.S3, 5),
            10, Map.of(Place.FOLDER, 7, Place.S3, 3),
            100, Map.of(Place.FOLDER, 3, Place.S3, 1)));

    private GrowthBench() {}

    /**
     * @param arguments the project, a lake of one month, an empty folder, a Python, httpfs, the JSON file and the picture
     * to write
     */
    public static void main(String[] arguments) throws Exception {
        var tools = new Tools(Path.of(arguments[0]), Path.of(arguments[3]), Path.of(arguments[4]));
        Path work = Path.of(arguments[2]);
        Path objects = Files.createDirectories(work.resolve("objects"));
        List<Growth> grown = new ArrayList<>();
        try (S3Server server = S3Server.keptIn(objects)) {
            var months = new Months(Path.of(arguments[1]), work.resolve("folders"), objects, server);
            var growing = new Growing(months, server, tools);
            GrowthReport.begin();
            for (Place place : Place.values()) {
                List<Growth> both = List.of(new Growth(Who.ENGINE, place), new Growth(Who.DUCKDB, place));
                for (var size : ROUNDS.entrySet()) {
                    growing.measure(both, size.getKey(), size.getValue().getOrDefault(place, 1));
                    both.forEach(growth -> GrowthReport.print(growth, size.getKey()));
                }
                grown.addAll(both);
            }
            var report = new GrowthReport(grown);
            report.printLines();
            report.write(Path.of(arguments[5]));
            Files.writeString(Path.of(arguments[6]), new GrowthPicture(grown, months.rows(1)).svg());
        }
    }
}
