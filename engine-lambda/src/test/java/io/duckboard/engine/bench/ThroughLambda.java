package io.duckboard.engine.bench;

import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Measures calls by the AWS SDK through LocalLambda: their time, the worker's memory, and many callers at once. */
final class ThroughLambda implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final String MEMORY = "SELECT sum(memory_usage_bytes)::BIGINT FROM duckdb_memory()";

    private final LocalLambda lambda;
    private final Caller caller;

    private ThroughLambda(LocalLambda lambda) {
        this.lambda = lambda;
        this.caller = Caller.of(lambda);
    }

    static ThroughLambda over(TestLake lake, int workers) throws IOException {
        return new ThroughLambda(LocalLambda.start(DuckboardFunctions.over(lake.location(), workers)));
    }

    void measure(Report report) throws Exception {
        rows(Queries.ONE);
        report.atMost(150, "worker after SELECT 1", residentMegabytes(), "MB", "");

        Samples one = Samples.interleaved(300, 300, () -> rows(Queries.ONE)).getFirst();
        report.atMost(3, "SELECT 1 by the SDK", one.median(), "ms", Report.spread(one));
        List<Samples> calls = Samples.interleaved(20, 60, () -> rows(Queries.COUNT), () -> rows(Queries.TOP_200));
        report.times("count by the SDK", calls.get(0));
        report.times("top-200 of the month by the SDK", calls.get(1));

        rows(Queries.AVERAGE_FARE);
        double accounted = ((Number) rows(MEMORY).getFirst().getFirst()).doubleValue() / 1e6;
        report.atMost(150 + accounted, "worker after the queries above", residentMegabytes(), "MB", "");
    }

    /** Runs many callers at once for a while, and compares each answer with the first one to the same question. */
    void crowd(Report report, Duration duration) throws Exception {
        List<String> questions = List.of(Queries.ONE, Queries.COUNT, Queries.TOP_200, Queries.AVERAGE_FARE);
        Map<String, List<List<@Nullable Object>>> right = new TreeMap<>();
        for (String question : questions) {
            right.put(question, rows(question));
        }
        AtomicLong answers = new AtomicLong();
        Map<String, AtomicLong> wrong = new ConcurrentHashMap<>();
        long end = System.nanoTime() + duration.toNanos();
        List<Thread> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            int first = number;
            callers.add(Thread.startVirtualThread(() -> {
                for (int next = first; System.nanoTime() < end; next++) {
                    String question = questions.get(next % questions.size());
                    String problem = problem(question, right.get(question));
                    answers.incrementAndGet();
                    if (!problem.isEmpty()) {
                        wrong.computeIfAbsent(problem, key -> new AtomicLong()).incrementAndGet();
                    }
                }
            }));
        }
        Thread.sleep(duration.dividedBy(3));
        double early = residentMegabytes();
        for (Thread thread : callers) {
            thread.join();
        }
        wrong.forEach((problem, times) -> System.out.println(times + " × " + problem));
        double failures =
                (double) wrong.values().stream().mapToLong(AtomicLong::get).sum();
        report.atMost(
                0,
                CALLERS + " callers for " + duration.toSeconds() + " s, wrong of " + answers + " answers",
                failures,
                "",
                "");
        report.atMost(1.1, "workers' memory at the end / after a third", residentMegabytes() / early, "×", "");
    }

    private String problem(String question, @Nullable Object right) {
        try {
            return rows(question).equals(right) ? "" : "another answer to " + question;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private List<List<@Nullable Object>> rows(String sql) {
        String event = new String(RequestJson.write(Queries.request(sql, 1000)), StandardCharsets.UTF_8);
        byte[] answer = caller.ask(DuckboardFunctions.QUERY, event).getBytes(StandardCharsets.UTF_8);
        return switch (AnswerJson.read(answer)) {
            case Answer.Rows rows -> rows.rows();
            case Answer.Exported exported -> throw new IllegalStateException("written: " + exported.file());
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Failed failed ->
                throw new IllegalStateException(failed.problem().toString());
        };
    }

    /** The memory of all workers together. */
    private static double residentMegabytes() throws IOException {
        double kilobytes = 0;
        for (ProcessHandle worker : ProcessHandle.current().descendants().toList()) {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + worker.pid() + "/status")));
            kilobytes += resident.find() ? Double.parseDouble(resident.group(1)) : 0;
        }
        return kilobytes / 1000;
    }

    @Override
    public void close() {
        caller.close();
        lambda.close();
    }
}
