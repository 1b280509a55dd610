package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Phase;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.TraceParent;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever traces a query learns when its parts began, and nobody else's answer is longer for it. */
class PhasesTest {

    private static final TraceParent TRACE = new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        engine = new InProcess(new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)"), temporary);
    }

    @Test
    void tellsThePartsOfATracedQueryInTheirOrder() {
        Metadata metadata = engine.rows(Query.of("FROM numbers").trace(TRACE)).metadata();

        assertThat(metadata.phases())
                .extracting(Phase::name)
                .containsExactly(Phase.Name.CATALOG, Phase.Name.GUARD, Phase.Name.QUERY, Phase.Name.ROWS);
        assertThat(metadata.phases())
                .allSatisfy(
                        phase -> assertThat(phase.begin().plus(phase.took())).isLessThanOrEqualTo(metadata.time()));
    }

    @Test
    void forgetsThePartsOfTheQueryBefore() {
        engine.rows(Query.of("FROM numbers").trace(TRACE));

        assertThat(engine.rows(Query.of("FROM numbers").trace(TRACE)).metadata().phases())
                .hasSize(4);
    }

    @Test
    void tellsNobodyElse() {
        assertThat(engine.text("{\"q\": \"FROM numbers\"}")).doesNotContain("phases");
        assertThat(engine.rows(Query.of("FROM numbers")).metadata().phases()).isEmpty();
    }

    @Test
    void fitsIntoLambdasSizeWithThem() {
        Answer.Rows wide = engine.rows(Query.of("SELECT repeat('x', 100000) AS text FROM range(1000)")
                .limit(1000)
                .trace(TRACE));

        assertThat(wide.metadata().truncated()).isEqualTo(Truncation.SIZE);
        assertThat(wide.metadata().phases()).hasSize(4);
    }

    @Test
    void namesTheTraceInTheOperatorsLine() {
        engine.ask(Query.of("FROM numbers").trace(TRACE));

        assertThat(engine.log().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"trace\":\"4bf92f3577b34da6a3ce929d0e0e4736\""));
    }
}
