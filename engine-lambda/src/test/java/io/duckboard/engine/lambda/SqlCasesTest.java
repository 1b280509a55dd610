package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.testing.SqlCases;
import io.duckboard.engine.testing.SqlCases.Friendly;
import io.duckboard.engine.testing.SqlCases.Hostile;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

/**
 * Bad SQL is refused and leaves no trace in the engine; good SQL is answered. One engine runs all cases, as in
 * production.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlCasesTest {

    private static final int MOST_CHARACTERS = 4096;

    private TestLake lake;
    private InProcess engine;

    @BeforeAll
    void open(@TempDir Path folder, @TempDir Path temporary) throws IOException {
        lake = new TestLake(folder.resolve("lake"))
                .table(
                        "numbers",
                        "SELECT range AS n, range / 2 AS half, if(range % 2 = 0, 'a', 'b') AS letter FROM range(10)")
                .partitioned(
                        "days", "SELECT DATE '2019-04-01' + range::INTEGER AS day, range AS n FROM range(3)", "day");
        Files.writeString(folder.resolve("outside.csv"), "secret\n1\n");
        for (String place : List.of("results", "_duckboard/results")) {
            Files.writeString(
                    Files.createDirectories(lake.root().resolve(place)).resolve("theirs.csv"), "secret\n1\n");
        }
        engine = new InProcess(lake, temporary);
    }

    @AfterEach
    void stillAnswersRight() {
        assertThat(engine.rows("SELECT sum(n), count(*) FROM numbers")).containsExactly(List.of(45, 10));
    }

    static List<Hostile> hostile() {
        return SqlCases.hostile();
    }

    static List<Hostile> failing() {
        return SqlCases.failing();
    }

    static List<Friendly> friendly() {
        return SqlCases.friendly();
    }

    @ParameterizedTest
    @MethodSource({"hostile", "failing"})
    void refuses(Hostile hostile) {
        Problem problem = engine.problem(inLake(hostile.sql()));

        assertThat(problem.code()).as(problem.toString()).isEqualTo(hostile.code());
        assertThat(problem.message()).doesNotContain(lake.root().toString()).hasSizeLessThanOrEqualTo(MOST_CHARACTERS);
    }

    @ParameterizedTest
    @MethodSource("friendly")
    void answers(Friendly friendly) {
        Answer.Rows answer = engine.rows(Query.of(inLake(friendly.sql())).format(RowFormat.ROWS));

        if (friendly.rows().equals("ANY")) {
            assertThat(answer.rows()).isNotEmpty();
        } else {
            assertThat(JSON.std.asString(answer.rows()))
                    .isEqualTo(JSON.std.asString(JSON.std.anyFrom(friendly.rows())));
        }
    }

    private String inLake(String sql) {
        return sql.replace("{lake}", lake.root().toString());
    }
}
