package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the store about what may have changed, and about nothing else. */
@Tag("s3")
class S3RequestsTest {

    private static final String CATALOG = "HEAD /lake/one/catalog.json";

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private S3Server s3;
    private TestLake lake;
    private InProcess engine;

    @BeforeEach
    void open() {
        s3 = new S3Server();
        lake = new TestLake(folder)
                .table("numbers", "SELECT range AS n FROM range(1000)")
                .partitioned(
                        "days", "SELECT DATE '2019-04-01' + range::INTEGER AS day, range AS n FROM range(9)", "day")
                .asWritten();
        s3.upload(folder, "lake/one");
        engine = S3Engine.over(s3, "s3://lake/one", temporary);
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void asksNothingForAQueryThatReadsNothing() {
        engine.rows("SELECT 1");
        s3.network().forget();

        assertThat(engine.rows("SELECT sum(range) FROM range(5)")).containsExactly(List.of(10));

        assertThat(s3.network().requests()).isEmpty();
    }

    @Test
    void asksOnlyForTheCatalogIfDuckboardWroteTheFiles() {
        assertThat(requestsOf("SELECT count(*), sum(n) FROM numbers")).containsExactly(CATALOG);
        assertThat(requestsOf("SELECT sum(n) FROM days")).containsExactly(CATALOG);
    }

    @Test
    void asksForEachFileOfOthers() {
        lake.table("numbers", "SELECT range AS n FROM range(1000)");
        s3.upload(folder, "lake/one");

        assertThat(requestsOf("SELECT sum(n) FROM numbers"))
                .containsExactlyInAnyOrder(CATALOG, "HEAD /lake/one/dataset/numbers.parquet");
    }

    @Test
    void asksForNoFileOfAnotherPartition() {
        engine.rows("SELECT 1");
        s3.network().forget();

        assertThat(engine.rows("SELECT n FROM days WHERE day = DATE '2019-04-05'"))
                .containsExactly(List.of(4));

        assertThat(s3.network().requests())
                .containsExactlyInAnyOrder(
                        CATALOG,
                        "HEAD /lake/one/days/day=2019-04-05/data_0.parquet",
                        "GET /lake/one/days/day=2019-04-05/data_0.parquet");
    }

    @Test
    void readsAFileOfOthersAnewThatWasReplacedByOneOfTheSameSize() throws IOException {
        lake.table("numbers", "SELECT 7 AS n");
        s3.upload(folder, "lake/one");
        assertThat(engine.rows("FROM numbers, days WHERE days.n = 0").getFirst())
                .startsWith(7);

        replaceNumbersBy("SELECT 8 AS n");

        assertThat(engine.rows("FROM numbers")).containsExactly(List.of(8));
        assertThat(engine.rows("FROM numbers, days WHERE days.n = 0").getFirst())
                .startsWith(8);
    }

    @Test
    void readsAFileByItsPathAsItIsNow() throws IOException {
        String path = "FROM 's3://lake/one/dataset/numbers.parquet'";
        assertThat(engine.rows("SELECT count(n) " + path)).containsExactly(List.of(1000));
        assertThat(engine.rows("SELECT count(n) FROM numbers")).containsExactly(List.of(1000));

        replaceNumbersBy("SELECT 8 AS n");

        assertThat(engine.rows("SELECT n " + path)).containsExactly(List.of(8));
    }

    @Test
    void readsANameAnewUnderWhichAnotherLoadHasWrittenAnotherFile() throws IOException {
        lake.table("numbers", "SELECT 7 AS n").asWritten();
        s3.upload(folder, "lake/one");
        assertThat(engine.rows("FROM numbers")).containsExactly(List.of(7));

        lake.table("numbers", "SELECT 8 AS n");
        Files.setLastModifiedTime(folder.resolve("dataset/numbers.parquet"), FileTime.fromMillis(1));
        lake.asWritten();
        s3.upload(folder, "lake/one");

        assertThat(engine.rows("FROM numbers")).containsExactly(List.of(8));
    }

    @Test
    void answersFromTheTablesThatArePublishedWhenItAnswers() {
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(1000));

        new TestLake(folder)
                .table("more", "SELECT range AS n FROM range(5)")
                .table("numbers", List.of("dataset/more.parquet"), List.of(), List.of())
                .asWritten();
        s3.upload(folder, "lake/one");

        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(5));
        assertThat(engine.problem("FROM days").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    }

    @Test
    void readsAFileOfItsOwnAnewThatSomebodyHasReplacedByAShorterOne() throws IOException {
        lake.table("numbers", "SELECT range AS n, md5(range::VARCHAR) AS a FROM range(300000)")
                .asWritten();
        s3.upload(folder, "lake/one");
        assertThat(engine.rows("SELECT max(n) FROM numbers")).containsExactly(List.of(299999));

        replaceNumbersBy("SELECT 8 AS n, 'b' AS a");

        assertThat(engine.rows("SELECT max(a) FROM numbers")).containsExactly(List.of("b"));
        assertThat(engine.rows("SELECT n FROM numbers")).containsExactly(List.of(8));
    }

    @Test
    void findsATableThatIsPublishedAfterItsNameWasRefused() throws IOException {
        engine.rows("SELECT 1");
        assertThat(engine.problem("FROM main.csv").code()).isEqualTo(ErrorCode.NOT_ALLOWED);

        lake.table("csv", "SELECT 5 AS n").asWritten();
        s3.upload(folder, "lake/one");

        assertThat(engine.rows("FROM main.csv")).containsExactly(List.of(5));
    }

    @Test
    void failsIfTheCatalogCannotBeCompared() {
        engine.rows("SELECT sum(n) FROM numbers");
        s3.network().spoilAll("catalog.json", new Fault.Refusal(500, "", "InternalError"));

        assertThat(engine.problem("SELECT sum(n) FROM numbers").code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);

        s3.network().calm();
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(1000));
    }

    /** The requests of a query that has been asked before. */
    private List<String> requestsOf(String sql) {
        var before = engine.rows(sql);
        s3.network().forget();
        assertThat(engine.rows(sql)).isEqualTo(before);
        return s3.network().requests();
    }

    private void replaceNumbersBy(String select) throws IOException {
        Path other = Files.createDirectory(temporary.resolve("other"));
        new TestLake(other).table("numbers", select);
        s3.put("lake/one/dataset/numbers.parquet", Files.readAllBytes(other.resolve("dataset/numbers.parquet")));
    }
}
