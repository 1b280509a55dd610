package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.lake.ChainCredentials;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** Requests are signed with the current keys. */
@Tag("s3")
class S3CredentialsTest {

    private static final AwsBasicCredentials GOOD = AwsBasicCredentials.create(S3Server.KEY_ID, S3Server.SECRET);
    private static final AwsBasicCredentials BAD = AwsBasicCredentials.create("an-old-key", "an-old-secret");
    private static final String COUNT = "SELECT count(*) FROM numbers";

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private S3Server s3;

    @BeforeEach
    void open() {
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(1000)");
        s3 = new S3Server().upload(folder, "lake");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void fetchesNewKeysWhenTheStoreRefusesTheOldOnes() {
        Iterator<AwsCredentialsProvider> chains = List.<AwsCredentialsProvider>of(
                        StaticCredentialsProvider.create(BAD), StaticCredentialsProvider.create(GOOD))
                .iterator();
        var engine = S3Engine.over(s3, "s3://lake", temporary, new ChainCredentials(chains::next));

        assertThat(engine.rows(COUNT)).containsExactly(List.of(1000));
    }

    @Test
    void fetchesNewKeysWhenTheyExpireBetweenTheCatalogAndTheData() {
        var engine = S3Engine.over(
                s3, "s3://lake", temporary, new ChainCredentials(() -> StaticCredentialsProvider.create(GOOD)));
        engine.rows("SELECT 1");
        // The answer to a HEAD has no body that could say so, so DuckDB asks again with a GET.
        s3.network().spoil("HEAD /lake/dataset/numbers.parquet", 1, new Fault.Refusal(400, "", "ExpiredToken"));
        s3.network().spoil("GET /lake/dataset/numbers.parquet", 3, new Fault.Refusal(400, "", "ExpiredToken"));

        assertThat(engine.rows(COUNT)).containsExactly(List.of(1000));
    }

    @Test
    void takesTheKeysAsTheyAreAtEachQuery() {
        Iterator<String> tokens = List.of("first-token", "second-token").iterator();
        var engine = S3Engine.over(
                s3,
                "s3://lake",
                temporary,
                new ChainCredentials(
                        () -> () -> AwsSessionCredentials.create(S3Server.KEY_ID, S3Server.SECRET, tokens.next())));

        engine.rows(COUNT);
        assertThat(s3.network().sessionTokens()).containsOnly("first-token");
        s3.network().forget();
        engine.rows(COUNT);
        assertThat(s3.network().sessionTokens()).containsOnly("second-token");
    }

    @Test
    void isDeniedWhenNewKeysAreNoBetter() {
        var engine = S3Engine.over(
                s3, "s3://lake", temporary, new ChainCredentials(() -> StaticCredentialsProvider.create(BAD)));

        var problem = engine.problem(COUNT);

        assertThat(problem.code()).isEqualTo(ErrorCode.LAKE_DENIED);
        assertThat(problem.toString()).doesNotContain("an-old").doesNotContain("127.0.0.1");
    }

    @Test
    void saysThatThereAreNoKeys() {
        var none = ProfileFile.aggregator().build();
        var engine = S3Engine.over(
                s3,
                "s3://lake",
                temporary,
                new ChainCredentials(() ->
                        ProfileCredentialsProvider.builder().profileFile(none).build()));

        assertThat(engine.problem(COUNT).code()).isEqualTo(ErrorCode.LAKE_DENIED);
        assertThat(engine.problem(COUNT).message()).contains("no AWS credentials");
    }
}
