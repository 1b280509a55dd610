package io.duckboard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duckboard.engine.catalog.LakeLocation;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Whatever AWS was asked for, people are told in sentences why it was not done. */
class AskedTest {

    private static final AskedStore STORE = new AskedStore(new LakeLocation.Bucket("bucket", "lake"), "eu-west-1");

    @TempDir
    private Path folder;

    static Stream<Asked> questions() {
        return Stream.of(STORE, new AskedAccount("eu-west-1"), new AskedFunction("duckboard-query:live"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void asksToLogInAgainWhereTheSessionIsOver(Asked asked) throws IOException {
        assertThat(asked.failure(withoutSession()).hint()).contains("aws sso login");
        assertThat(asked.failure(refusal(400, "ExpiredToken")).hint()).contains("aws sso login");
        assertThat(asked.failure(refusal(403, "ExpiredTokenException")).hint()).contains("aws sso login");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void tellsAWrongClockFromMissingRights(Asked asked) {
        assertThat(asked.failure(refusal(403, "RequestTimeTooSkewed")).hint()).contains("clock");
        assertThat(asked.failure(refusal(403, "")).hint()).doesNotContain("clock");
    }

    @Test
    void saysForWhichLakeNobodyIsLoggedIn() throws IOException {
        assertThat(STORE.failure(withoutSession()).message())
                .isEqualTo("There is no AWS session for s3://bucket/lake, or it has expired.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token is expired",
                "The SSO session associated with this profile has expired or is otherwise invalid.",
                "Session token not found or invalid (Service: Sso, Status Code: 401, Request ID: 1)"
            })
    void knowsTheSdksWordsForASessionThatIsOver(String message) {
        assertThat(NoAnswer.of(SdkClientException.create(message))).isEqualTo(NoAnswer.NOT_LOGGED_IN);
    }

    @Test
    void looksAtTheNetworkBeforeTheWords() {
        assertThat(NoAnswer.of(SdkClientException.create(
                        "Unable to load credentials", new UnknownHostException("portal.sso.eu-west-1.amazonaws.com"))))
                .isEqualTo(NoAnswer.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryQuestionWithoutAnAnswer(NoAnswer reason) {
        assertThat(questions()).allSatisfy(asked -> {
            assertThat(asked.unanswered(reason).message()).endsWith(".");
            assertThat(asked.unanswered(reason).hint()).endsWith(".");
        });
    }

    /** Runs through the SDK's own chain, as far as that works without this machine's settings. */
    private SdkClientException withoutSession() throws IOException {
        ProfileFile profiles = ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(Files.writeString(folder.resolve("config"), """
                        [profile work]
                        sso_session = nobody
                        sso_account_id = 123456789012
                        sso_role_name = reader
                        [sso-session nobody]
                        sso_region = us-east-1
                        sso_start_url = https://nobody.invalid/start
                        """))
                .build();
        var profile = ProfileCredentialsProvider.builder()
                .profileFile(profiles)
                .profileName("work")
                .build();
        try (S3Client s3 = S3Client.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(URI.create("http://127.0.0.1:9"))
                .credentialsProvider(AwsCredentialsProviderChain.of(profile))
                .build()) {
            return catchThrowableOfType(SdkClientException.class, s3::listBuckets);
        }
    }

    private static AwsServiceException refusal(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
