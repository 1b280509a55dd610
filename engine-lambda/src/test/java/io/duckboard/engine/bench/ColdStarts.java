package io.duckboard.engine.bench;

import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures in turns the package's cold start and that of a bare Python that answers the same query. */
final class ColdStarts {

    private static final int ROUNDS = 21;

    private final PackagedWorker worker;
    private final Path temporary;
    private final Path python;
    private final TestLake lake;
    private final Map<String, String> variables;
    private final byte[] event = RequestJson.write(Queries.request(Queries.COUNT, 20));

    ColdStarts(Path temporary, Path python, TestLake lake) throws IOException {
        this.worker = new PackagedWorker(temporary);
        this.temporary = temporary;
        this.python = python;
        this.lake = lake;
        this.variables = Map.of("DUCKBOARD_LAKE", lake.location().toString());
    }

    void measure(Report report) throws Exception {
        Path cache = temporary.resolve("worker.aot");
        worker.startWithCache("AOTCacheOutput", cache, variables, event);
        String file = lake.root().resolve("dataset/trips.parquet").toString();
        String query = "SELECT count(*) FROM read_parquet('" + file + "')";

        List<Samples> starts = Samples.inTurns(
                1,
                ROUNDS,
                List.of(
                        () -> python("duckdb.sql(\"" + query + "\")"),
                        () -> python("duckdb.sql(\"LOAD '" + worker.httpfs() + "'\"); duckdb.sql(\"" + query + "\")"),
                        () -> worker.start(variables, event),
                        () -> worker.startWithCache("AOTCache", cache, variables, event)));
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
}
