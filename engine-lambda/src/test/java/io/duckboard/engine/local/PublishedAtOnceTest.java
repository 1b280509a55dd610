package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.TransformingEngine;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers see a run completely or not at all, whatever happens to the run. */
@Tag("process")
class PublishedAtOnceTest {

    private static final String STATES =
            "SELECT (SELECT min(state) FROM a), (SELECT max(state) FROM a), (SELECT min(state) FROM b), (SELECT max(state) FROM b)";

    private TransformingEngine engine;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        engine = new TransformingEngine(
                new TestLake(folder).table("one", "SELECT 1").location());
        assertThat(engine.run(TransformingEngine.bothSay(0))).isTrue();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void showsReadersNeitherAnErrorNorAMixDuringTwentyRuns() {
        var over = new AtomicBoolean();
        CompletableFuture<List<Integer>> reader = CompletableFuture.supplyAsync(
                () -> {
                    var seen = new ArrayList<Integer>();
                    while (!over.get()) {
                        seen.add(state());
                    }
                    return seen;
                },
                Thread::startVirtualThread);

        for (int state = 1; state <= 20; state++) {
            assertThat(engine.run(TransformingEngine.bothSay(state))).isTrue();
        }
        over.set(true);

        assertThat(reader.join()).isSorted();
        assertThat(new HashSet<>(reader.join())).hasSizeGreaterThan(3);
        assertThat(state()).isEqualTo(20);
    }

    @Test
    void keepsTheOldStateWheneverTheWorkerIsKilled() throws InterruptedException {
        var random = new Random(7);
        int last = 0;
        for (int state = 1; state <= 12; state++) {
            CompletableFuture<Boolean> run = engine.runAsync(TransformingEngine.bothSay(state));
            // The exact moment does not matter: any point on the way will do.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
            engine.killTransform();
            boolean published = run.join();

            int now = state();
            assertThat(now).isIn(last, state);
            assertThat(published).isIn(now == state, false);
            last = now;
        }
        assertThat(engine.run(TransformingEngine.bothSay(99))).isTrue();
        assertThat(state()).isEqualTo(99);
    }

    /** The value that both models have. */
    private int state() {
        List<@Nullable Object> states = engine.rows(STATES).getFirst();
        assertThat(new HashSet<>(states)).as("all of %s", states).hasSize(1);
        return ((Number) Objects.requireNonNull(states.getFirst())).intValue();
    }
}
