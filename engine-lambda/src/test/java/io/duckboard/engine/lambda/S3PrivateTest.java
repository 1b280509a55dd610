package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.duckdb.Database;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store itself refuses the private files of a lake on S3 to a statement that no guard has judged. */
@Attack("A statement that has passed the guard reads, lists or writes what is private on S3")
@Tag("s3")
class S3PrivateTest {

    private static final String RESULTS = "s3://lake/one/_duckboard/results/";

    private S3Server s3;
    private Engine engine;
    private String one;
    private String two;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        s3 = new S3Server();
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(1000)");
        s3.upload(folder, "lake/one");
        for (String path : List.of("control/x.json", "results/x.json", "staging/x.json", "_duckboard/journal/x.json")) {
            s3.put("lake/one/" + path, "{}".getBytes(StandardCharsets.UTF_8));
        }
        EngineSettings settings = S3Engine.settings(s3, "s3://lake/one", temporary);
        var asked = new InProcess(settings);
        one = written(asked);
        two = written(asked);
        engine = Engine.of(settings, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM read_text('s3://lake/one/_duckboard/journal/x.json')",
                "FROM read_text('s3://lake/one/results/x.json')",
                "FROM read_text('s3://lake/one/control/x.json')",
                "FROM read_text('s3://lake/one/staging/x.json')",
                "FROM glob('s3://lake/one/_duckboard/results/*')",
                "FROM glob('s3://lake/one/_duckboard/**')",
                "COPY (SELECT 1 AS n) TO 's3://lake/one/_duckboard/results/mine.parquet'",
                "FROM read_text('s3://lake/one/_duckboard/journal/x.json?s3_region=a')"
            })
    void isKeptFromEveryStatement(String statement) throws Exception {
        Database database = engine.current().database();
        database.change("FROM read_parquet('s3://lake/one/dataset/numbers.parquet')");

        assertThatThrownBy(() -> database.change(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("403");
        assertThat(s3.keys("lake", "one/_duckboard/results/")).hasSize(2);
    }

    @Test
    void isOpenToOneQueryForTheFilesThatItIsGiven() throws Exception {
        OpenDatabase current = engine.current();

        try (var _ = current.files().grant(List.of(one))) {
            current.database().change("FROM read_parquet('" + one + "')");
            assertRefused(current, two);
        }

        assertRefused(current, one);
        assertRefused(current, two);
    }

    @Test
    void isNotLeftToADatabaseThatCannotGiveItsKeysBack() throws Exception {
        OpenDatabase current = engine.current();
        var grant = current.files().grant(List.of(one));
        assertThat(current.access().isAstray()).isFalse();

        current.database().close();
        grant.close();

        assertThat(current.access().isAstray()).isTrue();
    }

    private static void assertRefused(OpenDatabase current, String file) {
        assertThatThrownBy(() -> current.database().change("FROM read_parquet('" + file + "')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("403");
    }

    private static String written(InProcess asked) {
        var query = Request.Query.of("SELECT count(*) AS counts FROM numbers").into(new Export.Parquet());
        return RESULTS + asked.exported(query).file().part() + ".parquet";
    }
}
