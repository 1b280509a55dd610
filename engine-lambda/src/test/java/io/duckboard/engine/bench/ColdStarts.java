package io.duckboard.engine.bench;

import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.ColdStart;
import io.duckboard.engine.local.Worker;
import io.duckboard.engine.local.testing.UnpackedPackage;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures in turns the package's cold start and that of a bare Python that answers the same query. */
final class ColdStarts {

    private static final int ROUNDS = 21;

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final UnpackedPackage unpacked;
    private final Path temporary;
    private final Path python;
    private final TestLake lake;
    private final Map<String, String> environment;

    ColdStarts(Path temporary, Path python, TestLake lake) throws IOException {
        this.unpacked = UnpackedPackage.into(temporary.resolve("task"));
        this.temporary = temporary;
        this.python = python;
        this.lake = lake;
        this.environment = new HashMap<>(unpacked.environment(QueryHandler.class.getName()));
        environment.put("DUCKBOARD_LAKE", lake.location().toString());
    }

    void measure(Report report) throws Exception {
        Path cache = temporary.resolve("worker.aot");
        start(withCache("AOTCacheOutput", cache));
        String file = lake.root().resolve("dataset/trips.parquet").toString();
        String query = "SELECT count(*) FROM read_parquet('" + file + "')";
        String httpfs = unpacked.root().resolve("lib/httpfs.duckdb_extension").toString();

        List<Samples> starts = Samples.inTurns(
                1,
                ROUNDS,
                List.of(
                        () -> python("duckdb.sql(\"" + query + "\")"),
                        () -> python("duckdb.sql(\"LOAD '" + httpfs + "'\"); duckdb.sql(\"" + query + "\")"),
                        () -> start(
                                List.of(unpacked.root().resolve("exec-wrapper").toString(), JAVA)),
                        () -> start(withCache("AOTCache", cache))));
        Samples bare = starts.get(1);
        report.times("cold start, bare Python", starts.get(0));
        report.times("cold start, bare Python with httpfs", bare);
        report.times("cold start, package", starts.get(2));
        report.atMost(
                2, "cold start, package / Python with httpfs", starts.get(2).median() / bare.median(), "×", "");
        report.times("cold start, package with an AOT cache", starts.get(3));
        report.atMost(
                1.7,
                "cold start, with an AOT cache / Python with httpfs",
                starts.get(3).median() / bare.median(),
                "×",
                "");
    }

    /** Measures up to the answer: the time that either takes to end does not matter. */
    private double python(String statements) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                python.toString(),
                "-I",
                "-c",
                "import duckdb; " + statements + ".fetchall(); print('done', flush=True)");
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        String answer = process.inputReader().readLine();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (!"done".equals(answer)) {
            throw new IllegalStateException("Python failed: " + answer);
        }
        process.waitFor();
        return milliseconds;
    }

    /** The wrapper's options without the shared archive, which is another kind of cache. */
    private static List<String> withCache(String option, Path cache) {
        return List.of(
                JAVA,
                "-XX:" + option + "=" + cache,
                "-Xmx256m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** Uses the worker's own client of the Runtime API: AWS's client costs the same for anything that runs in Java. */
    private double start(List<String> java) throws Exception {
        var command = new ArrayList<>(java);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(jars());
        command.add(Worker.class.getName());
        return ColdStart.time(command, environment, RequestJson.write(Queries.request(Queries.COUNT, 20)));
    }

    private String jars() throws IOException {
        try (Stream<Path> files = Files.list(unpacked.root().resolve("lib"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }
}
