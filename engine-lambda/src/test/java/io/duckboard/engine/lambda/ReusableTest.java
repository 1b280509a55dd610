package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.testing.TestLake;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handler knows when its process should end, and repairs what it can if the process goes on, as on AWS. */
class ReusableTest {

    private static final String TOO_MUCH = "SELECT list(range) FROM range(20000000)";

    @TempDir
    Path temporary;

    private TestLake lake;

    @BeforeEach
    void fill(@TempDir Path folder) {
        lake = new TestLake(folder);
        for (int table = 0; table < 8; table++) {
            lake.table("t" + table, "SELECT " + table + " AS n");
        }
    }

    @Test
    void isReusableAfterAnswersAndOrdinaryFailures() {
        QueryHandler handler = handler(1_024);
        var engine = new InProcess(handler);

        engine.rows("SELECT 1");
        engine.problem("FROM nowhere");
        engine.problem("DROP TABLE t1");
        engine.problem("SELECT error('no')");

        assertThat(handler.isReusable()).isTrue();
    }

    @Test
    void isNotAfterAQueryThatFilledTheMemoryAndIsOpenedAnewBeforeTheNext() {
        QueryHandler handler = handler(64);
        var engine = new InProcess(handler);

        assertThat(engine.problem(TOO_MUCH).code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
        assertThat(handler.isReusable()).isFalse();

        assertThat(engine.rows("SELECT n FROM t7")).containsExactly(List.of(7));
        assertThat(handler.isReusable()).isTrue();
    }

    @Test
    void isOpenedAnewByTheThreadsThatThereAre() {
        var engine = new InProcess(handler(64));
        engine.rows("SELECT 1");
        Set<Long> before = viewThreads();

        engine.problem(TOO_MUCH);
        engine.rows("SELECT 1");

        assertThat(before).hasSize(8);
        assertThat(viewThreads()).isEqualTo(before);
    }

    @Test
    void isNotAfterWhatNobodyForesaw() {
        QueryHandler handler = handler(1_024);
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int value) {
                throw new IllegalStateException("nobody foresaw");
            }
        };
        byte[] event = RequestJson.write(Request.Query.of("SELECT 1"));

        assertThatIllegalStateException()
                .isThrownBy(() -> handler.handleRequest(new ByteArrayInputStream(event), broken, new Log().context()));
        assertThat(handler.isReusable()).isFalse();

        assertThat(new InProcess(handler).rows("SELECT 1")).containsExactly(List.of(1));
        assertThat(handler.isReusable()).isTrue();
    }

    @Test
    void foreseesThatTheParserItselfRunsOutOfMemory() {
        QueryHandler handler = handler(4);
        var engine = new InProcess(handler);
        String manyParts =
                IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining(", "));

        assertThat(engine.problem("SELECT [" + manyParts + "]").code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
        assertThat(handler.isReusable()).isFalse();
        assertThat(engine.rows("SELECT 1")).containsExactly(List.of(1));
    }

    private QueryHandler handler(int memoryMegabytes) {
        return new QueryHandler(
                new EngineSettings(lake.location(), memoryMegabytes, temporary, Optional.empty()), Clock.systemUTC());
    }

    private static Set<Long> viewThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("views"))
                .map(Thread::threadId)
                .collect(Collectors.toSet());
    }
}
