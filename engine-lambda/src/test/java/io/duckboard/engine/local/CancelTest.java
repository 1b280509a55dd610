package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.SlowQueries;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cancelled query ends, and no other query does, even when all workers are busy. */
@Tag("process")
class CancelTest {

    private static final String SLOW = SlowQueries.INTERRUPTIBLE.getFirst();

    /** The marker is seen within a second after the query's first second; the rest is for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private TestEngine engine;

    @BeforeEach
    void start(@TempDir Path lake) throws IOException {
        engine = TestEngine.over(new TestLake(lake).location(), 2, Duration.ofSeconds(40));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void endsTheQueryWhileAllWorkersAreBusy() {
        UUID unwanted = UUID.randomUUID();
        UUID wanted = UUID.randomUUID();
        CompletableFuture<Problem> first = engine.problemAsync(query(SLOW, unwanted));
        CompletableFuture<Problem> second = engine.problemAsync(query(SLOW, wanted));

        assertThat(engine.cancel(unwanted)).isEqualTo("{\"cancelled\":\"accepted\"}");

        assertThat(first).succeedsWithin(SOON).extracting(Problem::code).isEqualTo(ErrorCode.CANCELLED);
        assertThat(second).isNotDone();
        assertThat(engine.rows("SELECT 1")).containsExactly(List.of(1));
        engine.cancel(wanted);
        assertThat(second).succeedsWithin(SOON).extracting(Problem::code).isEqualTo(ErrorCode.CANCELLED);
    }

    @Test
    void endsTheWorkerOfAQueryThatHeedsNoInterruption() {
        UUID id = UUID.randomUUID();
        CompletableFuture<Problem> call = engine.problemAsync(query(SlowQueries.UNINTERRUPTIBLE, id));

        engine.cancel(id);

        assertThat(call).succeedsWithin(SOON).extracting(Problem::code).isEqualTo(ErrorCode.CANCELLED);
        assertThat(engine.rows("SELECT 1")).containsExactly(List.of(1));
    }

    @Test
    void acceptsTheIdOfAQueryItDoesNotKnow() {
        assertThat(engine.cancel(UUID.randomUUID())).isEqualTo("{\"cancelled\":\"accepted\"}");
        assertThat(engine.rows("SELECT 1")).containsExactly(List.of(1));
    }

    private static Query query(String sql, UUID id) {
        return Query.of(sql).queryId(id);
    }
}
