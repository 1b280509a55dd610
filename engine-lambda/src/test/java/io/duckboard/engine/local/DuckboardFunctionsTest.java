package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's own functions answer through the Invoke API, in worker processes, over a real lake. */
@Tag("process")
class DuckboardFunctionsTest {

    private LocalLambda lambda;
    private Caller caller;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        TestLake lake = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(100)");
        lambda = LocalLambda.start(DuckboardFunctions.over(lake.location(), 1));
        caller = Caller.of(lambda);
    }

    @AfterEach
    void close() {
        caller.close();
        lambda.close();
    }

    @Test
    void answersAQuery() {
        assertThat(query("SELECT sum(n) FROM numbers"))
                .isInstanceOfSatisfying(
                        Answer.Rows.class, answer -> assertThat(answer.rows()).containsExactly(List.of(4950)));
    }

    @Test
    void staysWarmBetweenQueries() {
        query("SELECT 1");

        assertThat(query("SELECT 1"))
                .isInstanceOfSatisfying(
                        Answer.Rows.class,
                        answer -> assertThat(answer.metadata().warm()).isTrue());
    }

    @Test
    void losesOnlyTheQueryThatTakesTooMuchMemory() {
        assertThat(query("SELECT string_agg(repeat('x', 1000000), '') FROM range(100000)"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        answer -> assertThat(answer.problem().code()).isEqualTo(ErrorCode.OUT_OF_MEMORY));
        assertThat(query("SELECT count(*) FROM numbers")).isInstanceOf(Answer.Rows.class);
    }

    @Test
    void answersAPingWithoutAWorker() {
        assertThat(caller.ask(DuckboardFunctions.CONTROL, "{\"ping\": true}"))
                .isEqualTo("{\"pong\":true,\"format\":3}");
    }

    private Answer query(String sql) {
        return AnswerJson.read(
                caller.ask(DuckboardFunctions.QUERY, "{\"q\": \"" + sql + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
