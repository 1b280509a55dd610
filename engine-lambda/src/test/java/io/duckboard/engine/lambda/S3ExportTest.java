package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole answer over a lake on S3 becomes an object in it, which a presigned link downloads. */
@Tag("s3")
class S3ExportTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final UUID ID = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");

    @TempDir
    private Path temporary;

    private S3Server s3;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder) {
        s3 = new S3Server();
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(1000)");
        s3.upload(folder, "lake/one");
        engine = S3Engine.over(s3, "s3://lake/one", temporary);
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @ParameterizedTest
    @MethodSource("io.duckboard.engine.lambda.ExportTest#formats")
    void givesTheWholeAnswerToWhoeverHasItsLink(Export format, @TempDir Path downloads) throws Exception {
        ResultFile file = engine.exported(Request.Query.of("SELECT n FROM numbers ORDER BY n DESC")
                        .into(format))
                .file();

        Path download = downloads.resolve("whole." + format.extension());
        var answer = HTTP.send(
                HttpRequest.newBuilder(file.link().orElseThrow().uri()).build(),
                HttpResponse.BodyHandlers.ofFile(download));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(download).hasSize(file.bytes());
        assertThat(DuckDb.rows("SELECT n FROM '" + download + "'"))
                .hasSize(1000)
                .startsWith(List.of("999"))
                .endsWith(List.of("0"));
        assertThat(file.link().orElseThrow().expiresAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofHours(1)));
    }

    @Test
    void refusesAnAlteredLink() throws Exception {
        ResultFile file = exported("SELECT 1 AS n");
        URI link = file.link().orElseThrow().uri();

        assertThat(status(URI.create(link.toString().replace("X-Amz-Expires=3600", "X-Amz-Expires=36000"))))
                .isEqualTo(403);
        assertThat(status(URI.create(link.toString().replace(file.path(), "catalog.json"))))
                .isEqualTo(403);
        assertThat(status(URI.create(link.toString().split("\\?", 2)[0]))).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("io.duckboard.engine.lambda.ExportTest#formats")
    void leavesNothingOfAQueryThatFailsInItsMidst(Export format) {
        var problem = engine.problem(Request.Query.of(
                        "SELECT CASE WHEN range < 1900000 THEN hash(range) ELSE error('late') END AS n FROM range(2000000)")
                .queryId(ID)
                .into(format));

        assertThat(problem.message()).contains("late");
        assertThat(s3.keys("lake", "one/_duckboard/")).isEmpty();
        assertThat(temporary).isDirectoryNotContaining("glob:**.jsonl");
    }

    @Test
    void keepsAnswersFromOtherQueries() {
        ResultFile file = exported("SELECT 1 AS n");

        assertThat(engine.problem("FROM read_csv('s3://lake/one/_duckboard/results/*.csv')")
                        .code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(engine.problem("FROM 's3://lake/one/" + file.path() + "'").code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    private ResultFile exported(String sql) {
        return engine.exported(Request.Query.of(sql).queryId(ID).into(new Export.Csv(Export.Escape.NONE)))
                .file();
    }

    private static int status(URI link) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
