package io.duckboard.client.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.testing.ObservedEngine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every part is asked for once, unless the engine was at fault. If a part keeps failing, the whole map-reduce ends. */
class MapReduceTest {

    private static final Retries THREE = new Retries(3, Duration.ofMillis(2));
    private static final Batching ALONE = Batching.of(OptionalInt.empty());

    @Test
    void reducesWhatWasMapped() throws Exception {
        var engine = new ObservedEngine(_ -> Optional.empty());

        MapReduceAnswer answer = new MapReduce(engine, 2, THREE, ALONE).run(plan(3), MapReduceProgress.NONE);

        assertThat(answer.answer().rows()).containsExactly(List.of(1));
        List<Request.Query> maps = engine.asked().subList(0, 3);
        Request.Query reduce = engine.asked().getLast();
        assertThat(maps)
                .extracting(Request.Query::sql)
                .containsExactlyInAnyOrder("FROM 'lake/d=1/*'", "FROM 'lake/d=2/*'", "FROM 'lake/d=3/*'");
        assertThat(maps).extracting(query -> query.into().orElseThrow()).containsOnly(new Export.Parquet());
        assertThat(reduce.sql()).isEqualTo("FROM parts");
        assertThat(reduce.limit()).isEqualTo(7);
        assertThat(reduce.parts())
                .containsExactlyInAnyOrderElementsOf(maps.stream()
                        .map(query -> query.queryId().orElseThrow())
                        .toList());
        assertThat(answer.totals().calls()).isEqualTo(4);
        assertThat(answer.totals().retries()).isZero();
        assertThat(answer.totals().bytesRead()).hasValue(400);
        assertThat(answer.totals().billedMs()).isEqualTo(16);
        assertThat(answer.totals().time()).isEqualTo(Duration.ofMillis(12));
        assertThat(answer.totals().estimatedUsd()).isEqualByComparingTo(new BigDecimal("0.000004"));
    }

    @Test
    void hasAsManyCallsAtOnceAsItMayAndNoMore() throws Exception {
        var three = new CyclicBarrier(3);
        var engine = new ObservedEngine(query -> {
            if (query.into().isPresent()) {
                await(three);
            }
            return Optional.empty();
        });

        new MapReduce(engine, 3, THREE, ALONE).run(plan(12), MapReduceProgress.NONE);

        assertThat(engine.mostRunning()).isEqualTo(3);
        assertThat(engine.asked()).hasSize(13);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "INTERNAL", "LAKE_UNAVAILABLE"})
    void asksAgainWhereTheEngineWasAtFault(ErrorCode code) throws Exception {
        Map<String, Integer> attempts = new ConcurrentHashMap<>();
        var engine = new ObservedEngine(query -> attempts.merge(query.sql(), 1, Integer::sum) < 3
                ? Optional.of(ObservedEngine.failure(code))
                : Optional.empty());
        var watching = new Watching();

        MapReduceAnswer answer = new MapReduce(engine, 2, THREE, ALONE).run(plan(2), watching);

        assertThat(answer.totals().calls()).isEqualTo(3);
        assertThat(answer.totals().retries()).isEqualTo(6);
        assertThat(watching.mapped).containsExactlyInAnyOrder("d=1", "d=2");
        assertThat(watching.repeated)
                .contains("Part d=1: It is " + code + ".", "The reduce: It is " + code + ".")
                .hasSize(6);
        // The reduce reads the attempt that was answered, and each attempt has its own name.
        assertThat(engine.asked())
                .extracting(query -> query.queryId().orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(engine.asked().getLast().parts())
                .hasSize(2)
                .allSatisfy(part -> assertThat(engine.asked().stream()
                                .filter(query -> query.queryId().orElseThrow().equals(part)))
                        .hasSize(1));
    }

    @Test
    void asksAgainWhereNobodyAnswered() throws Exception {
        Map<String, Integer> attempts = new ConcurrentHashMap<>();
        var engine = new ObservedEngine(query -> attempts.merge(query.sql(), 1, Integer::sum) < 2
                ? Optional.of(new QueryOutcome.Unreachable("Gone.", "Wait."))
                : Optional.empty());

        assertThat(new MapReduce(engine, 2, THREE, ALONE)
                        .run(plan(2), MapReduceProgress.NONE)
                        .totals()
                        .retries())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BUSY", "INTERNAL", "LAKE_UNAVAILABLE"})
    void neverRepeatsWhatIsTheQuerysOwnFault(ErrorCode code) {
        var engine = new ObservedEngine(
                query -> query.sql().contains("d=1/") ? Optional.of(ObservedEngine.failure(code)) : Optional.empty());

        assertThatExceptionOfType(MapReduceException.class)
                .isThrownBy(() -> new MapReduce(engine, 1, THREE, ALONE).run(plan(2), MapReduceProgress.NONE))
                .withMessage("Part d=1 failed: It is " + code + ".")
                .satisfies(e -> assertThat(e.hint()).isEqualTo("Do something."));
        assertThat(engine.asked()).hasSize(1);
    }

    @Test
    void namesThePartThatKeepsFailing() {
        var engine = new ObservedEngine(query -> query.sql().contains("d=2/")
                ? Optional.of(ObservedEngine.failure(ErrorCode.INTERNAL))
                : Optional.empty());

        assertThatExceptionOfType(MapReduceException.class)
                .isThrownBy(() -> new MapReduce(engine, 2, THREE, ALONE).run(plan(3), MapReduceProgress.NONE))
                .withMessage("Part d=2 failed 3 times, at last: It is INTERNAL.");
    }

    @Test
    void cancelsTheOthersWhenAPartFails() {
        var othersRun = new CountDownLatch(3);
        var engine = new ObservedEngine[1];
        engine[0] = new ObservedEngine(query -> {
            if (query.sql().contains("d=2/")) {
                await(othersRun);
                return Optional.of(ObservedEngine.failure(ErrorCode.UNKNOWN_NAME));
            }
            othersRun.countDown();
            Awaitility.await()
                    .until(() -> engine[0].cancelled().contains(query.queryId().orElseThrow()));
            return Optional.of(ObservedEngine.failure(ErrorCode.CANCELLED));
        });

        assertThatExceptionOfType(MapReduceException.class)
                .isThrownBy(() -> new MapReduce(engine[0], 4, THREE, ALONE).run(plan(9), MapReduceProgress.NONE))
                .withMessage("Part d=2 failed: It is UNKNOWN_NAME.");
        assertThat(engine[0].asked()).hasSize(4);
    }

    @Test
    void cancelsItsCallsWhenItIsInterrupted() throws Exception {
        var running = new CountDownLatch(2);
        var failure = new ArrayList<String>();
        var engine = new ObservedEngine(query -> {
            running.countDown();
            await(new CountDownLatch(1));
            return Optional.of(ObservedEngine.failure(ErrorCode.CANCELLED));
        });
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                new MapReduce(engine, 2, THREE, ALONE).run(plan(5), MapReduceProgress.NONE);
            } catch (MapReduceException e) {
                failure.add(e.getMessage());
            }
        });
        running.await();

        caller.interrupt();
        caller.join();

        assertThat(failure).containsExactly("The map-reduce was cancelled.");
        assertThat(engine.asked()).hasSize(2);
        assertThat(engine.cancelled()).hasSize(2);
    }

    @Test
    void saysThatTheReduceFailed() {
        var engine = new ObservedEngine(query ->
                query.parts().isEmpty() ? Optional.empty() : Optional.of(ObservedEngine.failure(ErrorCode.SYNTAX)));

        assertThatExceptionOfType(MapReduceException.class)
                .isThrownBy(() -> new MapReduce(engine, 2, THREE, ALONE).run(plan(3), MapReduceProgress.NONE))
                .withMessage("The reduce failed: It is SYNTAX.");
    }

    @Test
    void asksAboutSeveralSmallPartsAtOnce() {
        var engine = new ObservedEngine(_ -> Optional.empty());
        var watching = new Watching();

        MapReduceAnswer answer = new MapReduce(engine, 2, THREE, new Batching(2)).run(plan(4), watching);

        assertThat(answer.totals().calls()).isEqualTo(3);
        assertThat(engine.asked())
                .filteredOn(query -> query.sql().contains("UNION ALL BY NAME"))
                .hasSize(2);
        assertThat(engine.asked().getLast().parts()).hasSize(2);
        assertThat(watching.mapped).containsExactlyInAnyOrder("d=1", "d=2", "d=3", "d=4");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
    void asksAboutEachAloneIfSeveralAtOnceFail(ErrorCode code) {
        var engine = new ObservedEngine(query -> query.sql().contains("UNION ALL BY NAME")
                ? Optional.of(ObservedEngine.failure(code))
                : Optional.empty());
        var watching = new Watching();

        MapReduceAnswer answer = new MapReduce(engine, 2, THREE, new Batching(2)).run(plan(4), watching);

        assertThat(answer.totals().calls()).isEqualTo(5);
        assertThat(engine.asked().getLast().parts()).hasSize(4);
        assertThat(watching.mapped).containsExactlyInAnyOrder("d=1", "d=2", "d=3", "d=4");
    }

    @Test
    void namesThePartThatFailsAmongSeveral() {
        var engine = new ObservedEngine(query -> query.sql().contains("d=2/")
                ? Optional.of(ObservedEngine.failure(ErrorCode.UNKNOWN_NAME))
                : Optional.empty());

        assertThatExceptionOfType(MapReduceException.class)
                .isThrownBy(() -> new MapReduce(engine, 2, THREE, new Batching(1)).run(plan(3), MapReduceProgress.NONE))
                .withMessage("Part d=2 failed: It is UNKNOWN_NAME.");
    }

    private static MapReducePlan plan(int partitions) {
        return new MapReducePlan(
                new MapTemplate("FROM {part}"),
                "FROM parts",
                IntStream.rangeClosed(1, partitions)
                        .mapToObj(day -> new Partition("d=" + day, List.of("lake/d=" + day + "/*"), OptionalLong.of(1)))
                        .toList(),
                7);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Watching implements MapReduceProgress {

        private final List<String> mapped = new ArrayList<>();
        private final List<String> repeated = new ArrayList<>();

        @Override
        public void mapped(Partition partition) {
            mapped.add(partition.name());
        }

        @Override
        public void repeated(String call, String why) {
            repeated.add(call + ": " + why);
        }
    }
}
