package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures between the engine and S3 are repaired, or reported in a sentence, within the deadline. */
@Tag("s3")
@Timeout(30)
class S3FaultTest {

    private static final String SUM = "SELECT sum(n)::BIGINT FROM numbers";
    private static final String FILE = "lake/one/dataset/numbers.parquet";

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private S3Server s3;
    private InProcess engine;

    @BeforeEach
    void open() {
        s3 = new S3Server();
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(300000)");
        s3.upload(folder, "lake/one");
        engine = S3Engine.over(s3, "s3://lake/one", temporary);
        engine.rows("SELECT 1");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog.json", "HEAD /" + FILE, "GET /" + FILE})
    void triesAgainWhenTheStoreIsBusyTwice(String request) {
        s3.network().spoil(request, 2, new Fault.Refusal(503, "", "SlowDown"));

        assertThat(engine.rows(SUM)).containsExactly(List.of(44999850000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog.json", "HEAD /" + FILE, "GET /" + FILE})
    void saysThatTheStoreIsBusyForEver(String request) {
        s3.network().spoilAll(request, new Fault.Refusal(503, "", "SlowDown"));

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
        assertThat(problem(SUM).message()).contains("503");
    }

    @Test
    void readsOnAfterAReset() {
        s3.network().spoil("GET /" + FILE, 1, new Fault.Reset());

        assertThat(engine.rows(SUM)).containsExactly(List.of(44999850000L));
    }

    @Test
    void saysThatTheConnectionBreaksEachTime() {
        s3.network().spoilAll("GET /" + FILE, new Fault.Reset());

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog.json", "HEAD /" + FILE, "GET /" + FILE})
    void saysThatTheStoreHangs(String request) {
        s3.network().spoilAll(request, new Fault.Hang());

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
    }

    @Test
    void answersTheNextQueryWhenTheStoreIsBack() {
        s3.network().spoilAll("GET /" + FILE, new Fault.Hang());
        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
        s3.network().calm();

        assertThat(engine.rows(SUM)).containsExactly(List.of(44999850000L));
    }

    @Test
    void saysWhichFileIsMissing() {
        s3.remove(FILE);

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.FILE_MISSING);
        assertThat(problem(SUM).message()).contains("dataset/numbers.parquet");
    }

    @Test
    void saysWhichFileIsDamaged() {
        s3.put(FILE, "this is no Parquet file at all".getBytes(StandardCharsets.UTF_8));

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.FILE_DAMAGED);
        assertThat(problem(SUM).message()).contains("dataset/numbers.parquet");
        assertThat(problem(SUM).position()).isEmpty();
    }

    @Test
    void saysSoWhenAFileIsDamagedInTheMiddle() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("dataset/numbers.parquet"));
        for (int at = 100; at < bytes.length / 2; at++) {
            bytes[at] ^= 0x55;
        }
        s3.put(FILE, bytes);

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.FILE_DAMAGED);
    }

    @Test
    void beginsAgainWhenAFileIsReplacedWhileItIsRead(@TempDir Path second) throws IOException {
        byte[] replacement = numbersUpTo(100_000, second);
        s3.network().spoil("GET /" + FILE, 1, new Fault.Meanwhile(() -> s3.put(FILE, replacement)));

        assertThat(engine.rows(SUM)).containsExactly(List.of(4999950000L));
    }

    @Test
    void givesUpOnAFileThatIsReplacedAgainAndAgain(@TempDir Path second) throws IOException {
        List<byte[]> versions = new ArrayList<>();
        for (int more = 0; more < 20; more++) {
            versions.add(numbersUpTo(100_000 + more, second));
        }
        var replaced = new AtomicInteger();
        s3.network()
                .spoilAll(
                        "GET /" + FILE,
                        new Fault.Meanwhile(() -> s3.put(FILE, versions.get(replaced.getAndIncrement() % 20))));

        assertThat(problem(SUM).message()).contains("replaced");
        s3.network().calm();
        s3.put(FILE, versions.getFirst());
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"301 PermanentRedirect", "400 AuthorizationHeaderMalformed"})
    void saysWhichRegionTheBucketIsIn(String answer) {
        s3.network()
                .spoilAll(
                        "/lake",
                        new Fault.Refusal(
                                Integer.parseInt(answer.substring(0, 3)),
                                "x-amz-bucket-region: ap-south-2",
                                answer.substring(4)));

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
        assertThat(problem(SUM).hint()).hasValue("Set AWS_REGION to ap-south-2.");
    }

    @Test
    void saysThatTheBucketIsNotThere() {
        engine = S3Engine.over(s3, "s3://nowhere/one", temporary);

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
        assertThat(problem(SUM).message()).contains("bucket");
    }

    @Test
    void saysThatTheCatalogIsDamaged() {
        s3.put("lake/one/catalog.json", "{\"version\": 1, \"tab".getBytes(StandardCharsets.UTF_8));

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
    }

    @Test
    void staysDeniedWhereTheStoreDenies() {
        s3.network().spoilAll(FILE, new Fault.Refusal(403, "", "AccessDenied"));

        assertThat(problem(SUM).code()).isEqualTo(ErrorCode.LAKE_DENIED);
    }

    /** None of them reveals anything confidential. */
    private Problem problem(String sql) {
        Problem problem = engine.problem(sql);
        assertThat(problem.toString())
                .doesNotContain("127.0.0.1")
                .doesNotContain(S3Server.KEY_ID)
                .doesNotContain(S3Server.SECRET)
                .doesNotContain(temporary.toString())
                .doesNotContain("http");
        return problem;
    }

    private static byte[] numbersUpTo(int end, Path folder) throws IOException {
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(" + end + ")");
        return Files.readAllBytes(folder.resolve("dataset/numbers.parquet"));
    }
}
