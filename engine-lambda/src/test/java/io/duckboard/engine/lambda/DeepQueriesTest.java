package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries that overflowed the stack of an ordinary Java thread and ended the process are answered or refused. */
class DeepQueriesTest {

    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        engine = new InProcess(new TestLake(folder).table("numbers", "SELECT range AS n FROM range(9)"), temporary);
    }

    @Test
    void outliveLongChainsOfCtes() {
        String chain = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> ", a" + i + " AS MATERIALIZED (FROM a" + (i - 1) + ")")
                .collect(Collectors.joining());

        survives("WITH a0 AS MATERIALIZED (SELECT 1)" + chain + " FROM a500");
    }

    @Test
    void outliveNestedSubqueriesAndJoins() {
        survives("FROM (".repeat(400) + "SELECT 1" + ")".repeat(400));
        survives("SELECT count(*) FROM range(1)" + ", range(1)".repeat(500));
        survives("SELECT 1" + " INTERSECT SELECT 1".repeat(500));
    }

    @Test
    void outliveDeepJson() {
        survives("SELECT length(json_structure('" + "[".repeat(100_000) + "]".repeat(100_000) + "')) AS characters");
    }

    private void survives(String sql) {
        assertThat(engine.ask(Query.of(sql))).isInstanceOf(Answer.class);
        assertThat(engine.rows("SELECT sum(n) FROM numbers")).hasSize(1);
    }
}
