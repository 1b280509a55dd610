package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lake on S3 answers like one in a folder, and makes no more requests than a query needs. */
@Tag("s3")
class S3LakeTest {

    private static final String ONE_DAY = "SELECT n FROM days WHERE day = DATE '2019-04-05'";

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private S3Server s3;
    private TestLake lake;

    @BeforeEach
    void open() {
        s3 = new S3Server();
        lake = new TestLake(folder)
                .table("numbers", "SELECT range AS n FROM range(1000)")
                .partitioned(
                        "days", "SELECT DATE '2019-04-01' + range::INTEGER AS day, range AS n FROM range(9)", "day");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lake", "lake/one", "lake/year=2019/one"})
    void readsABucketOrAPrefixOfIt(String place) {
        s3.upload(folder, place);
        var engine = S3Engine.over(s3, "s3://" + place, temporary);

        assertThat(engine.rows("SELECT sum(n)::BIGINT FROM numbers")).containsExactly(List.of(499500));
        assertThat(engine.rows(ONE_DAY)).containsExactly(List.of(4));
        assertThat(engine.rows("SELECT count(*) FROM read_parquet('s3://" + place + "/dataset/numbers.parquet')"))
                .containsExactly(List.of(1000));
    }

    @Test
    void asksForNoOtherDayThanTheQuerys() {
        s3.upload(folder, "lake/one");
        var engine = S3Engine.over(s3, "s3://lake/one", temporary);
        engine.rows("SELECT 1");
        s3.network().forget();

        engine.rows(ONE_DAY);

        assertThat(s3.network().requests())
                .containsExactlyInAnyOrder(
                        "HEAD /lake/one/catalog.json",
                        "HEAD /lake/one/days/day=2019-04-05/data_0.parquet",
                        "GET /lake/one/days/day=2019-04-05/data_0.parquet");
    }

    @Test
    void asksOnlyWhetherWhatItHasReadIsStillThere() {
        s3.upload(folder, "lake/one");
        var engine = S3Engine.over(s3, "s3://lake/one", temporary);
        engine.rows(ONE_DAY);
        s3.network().forget();

        engine.rows(ONE_DAY);

        assertThat(s3.network().requests())
                .containsExactlyInAnyOrder(
                        "HEAD /lake/one/catalog.json", "HEAD /lake/one/days/day=2019-04-05/data_0.parquet");
    }

    @Test
    void followsTheCatalogWithoutARestart() {
        s3.upload(folder, "lake/one");
        var engine = S3Engine.over(s3, "s3://lake/one", temporary);
        assertThat(engine.problem("FROM letters").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);

        lake.table("letters", "SELECT 'a' AS letter");
        s3.upload(folder, "lake/one");

        assertThat(engine.rows("FROM letters")).containsExactly(List.of("a"));
    }

    @Test
    void readsTwoBucketsSideBySide(@TempDir Path second) {
        s3.upload(folder, "first").upload(other(second), "second");

        var first = S3Engine.over(s3, "s3://first", temporary);
        var other = S3Engine.over(s3, "s3://second", temporary);

        assertThat(first.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(1000));
        assertThat(other.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(7));
        assertThat(first.problem("FROM read_parquet('s3://second/dataset/numbers.parquet')")
                        .code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void readsTwoStoresWhoseBucketsHaveOneName(@TempDir Path second) {
        try (var elsewhere = new S3Server()) {
            s3.upload(folder, "lake");
            elsewhere.upload(other(second), "lake");

            assertThat(S3Engine.over(s3, "s3://lake", temporary).rows("SELECT count(*) FROM numbers"))
                    .containsExactly(List.of(1000));
            assertThat(S3Engine.over(elsewhere, "s3://lake", temporary).rows("SELECT count(*) FROM numbers"))
                    .containsExactly(List.of(7));
        }
    }

    @Test
    void readsNothingBesideItsPrefix() {
        s3.upload(folder, "lake/one").upload(folder, "lake/one-more");
        var engine = S3Engine.over(s3, "s3://lake/one", temporary);

        assertThat(engine.problem("FROM read_parquet('s3://lake/one-more/dataset/numbers.parquet')")
                        .code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void discoversTheTablesOfALakeWithoutACatalog() throws IOException {
        Files.delete(folder.resolve("catalog.json"));
        s3.upload(folder, "lake/one");
        var engine = S3Engine.over(s3, "s3://lake/one", temporary);

        assertThat(engine.rows("SHOW TABLES")).containsExactly(List.of("days"), List.of("numbers"));
        assertThat(engine.rows(ONE_DAY)).containsExactly(List.of(4));
    }

    @Test
    void noticesThatAFileWasReplacedByOneWithOtherColumns(@TempDir Path second) throws IOException {
        s3.upload(folder, "lake/one");
        var engine = S3Engine.over(s3, "s3://lake/one", temporary);
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(1000));

        new TestLake(second).table("numbers", "SELECT 'seven' AS word, 7 AS n");
        s3.put("lake/one/dataset/numbers.parquet", Files.readAllBytes(second.resolve("dataset/numbers.parquet")));

        assertThat(engine.rows("FROM numbers")).containsExactly(List.of("seven", 7));
    }

    private static Path other(Path folder) {
        return new TestLake(folder)
                .table("numbers", "SELECT range AS n FROM range(7)")
                .root();
    }
}
