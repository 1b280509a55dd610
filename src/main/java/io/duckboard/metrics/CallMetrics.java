package io.duckboard.metrics;

import io.duckboard.client.EngineFacts;
import io.duckboard.client.FinishedCall;
import io.duckboard.client.QueryService;
import io.duckboard.engine.local.Workers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The calls of the engine as meters. Their labels have words of ours alone, so there is a bounded number of them: no
 * SQL, no names, no addresses.
 */
final class CallMetrics {

    private static final Duration[] BOUNDS = Stream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Counter cold;
    private final Counter bytes;
    private final Counter dollars;
    private final Counter unchanged;
    private final Timer engineTime;

    private CallMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.cold = Counter.builder("duckboard.cold.starts")
                .description("Answers of an engine that had not answered before")
                .register(registry);
        this.bytes = Counter.builder("duckboard.read")
                .baseUnit("bytes")
                .description("Bytes that the engine read for answers")
                .register(registry);
        this.dollars = Counter.builder("duckboard.dollars")
                .description(
                        "Estimated price of answers at AWS, in US dollars; of an engine elsewhere, what it would be")
                .register(registry);
        this.unchanged = Counter.builder("duckboard.answers.unchanged")
                .description("Answers that the app held and that were still right")
                .register(registry);
        this.engineTime = Timer.builder("duckboard.engine")
                .description("Time of answers in the engine")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /** Counts from now on, in this registry. */
    static void of(QueryService queries, MeterRegistry registry) {
        queries.onFinished(new CallMetrics(registry)::count);
        Gauge.builder("duckboard.calls.under.way", queries, QueryService::underWay)
                .description("Questions that have no answer yet")
                .register(registry);
        if (queries.facts().workers().isPresent()) {
            Gauge.builder(
                            "duckboard.waiting.calls",
                            queries,
                            asked -> workers(asked).waiting())
                    .description("Calls that wait for a worker of this machine")
                    .register(registry);
            Gauge.builder(
                            "duckboard.workers.ready",
                            queries,
                            asked -> workers(asked).ready())
                    .description("Worker processes of this machine that can answer at once")
                    .register(registry);
        }
    }

    private static Workers workers(QueryService queries) {
        EngineFacts facts = queries.facts();
        return facts.workers().orElse(new Workers(0, 0, 0, 0));
    }

    private void count(FinishedCall call) {
        Counter.builder("duckboard.queries")
                .tag("outcome", call.word())
                .description("Calls of the engine")
                .register(registry)
                .increment();
        Timer.builder("duckboard.query")
                .tag("outcome", call.end().name().toLowerCase(Locale.ROOT))
                .description("Time from a call of the engine to its outcome")
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(call.took());
        call.metadata().ifPresent(answer -> engineTime.record(answer.time()));
        bytes.increment((double) call.bytesRead());
        dollars.increment(call.dollars().doubleValue());
        if (call.isCold()) {
            cold.increment();
        }
        if (call.word().equals("unchanged")) {
            unchanged.increment();
        }
    }
}
