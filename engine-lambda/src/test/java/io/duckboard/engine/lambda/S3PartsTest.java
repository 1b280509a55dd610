package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On S3, too, a query reads the whole answers that it names, and no other query can. */
@Tag("s3")
class S3PartsTest {

    private static final UUID NOBODYS = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f90713");

    private S3Server s3;
    private InProcess engine;
    private UUID one;
    private UUID two;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        s3 = new S3Server();
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(1000)");
        s3.upload(folder, "lake/one");
        engine = S3Engine.over(s3, "s3://lake/one", temporary);
        one = write("SELECT count(*) AS counts FROM numbers WHERE n < 500");
        two = write("SELECT count(*) AS counts FROM numbers WHERE n >= 500");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void addUpToTheWhole() {
        assertThat(engine.rows(over("SELECT sum(counts) FROM parts", one, two)).rows())
                .containsExactly(List.of(1000));
        assertThat(engine.problem("FROM parts").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    }

    @Test
    void areToldByNameWhenTheyAreMissing() {
        var problem = engine.problem(over("FROM parts", one, NOBODYS));

        assertThat(problem.code()).isEqualTo(ErrorCode.FILE_MISSING);
        assertThat(problem.message()).isEqualTo("File _duckboard/results/" + NOBODYS + ".parquet is not there.");
        assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("lives for a day"));
    }

    @Test
    void openNoOtherAnswer() {
        assertThat(engine.problem(over("FROM 's3://lake/one/_duckboard/results/" + two + ".parquet'", one))
                        .code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    private static Request.Query over(String sql, UUID... parts) {
        return Request.Query.of(sql).parts(List.of(parts));
    }

    private UUID write(String sql) {
        return engine.exported(Request.Query.of(sql).into(new Export.Parquet()))
                .file()
                .part();
    }
}
