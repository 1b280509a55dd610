package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.duckboard.engine.protocol.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Errors that keep a call from its function are told apart from errors of the function itself. */
class InvocationFailuresTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource
    void asksToLogInWhereTheProfilesLoginIsOverOrNeverWas(String profile) throws IOException {
        assertThat(withProfile(profile)).isInstanceOfSatisfying(QueryOutcome.Unreachable.class, said -> {
            assertThat(said.failure().message()).contains("Nobody is logged in").contains("duckboard-query");
            assertThat(said.failure().hint()).contains("aws sso login");
        });
    }

    static Stream<String> asksToLogInWhereTheProfilesLoginIsOverOrNeverWas() {
        return Stream.of("""
                [profile work]
                sso_session = nobody
                sso_account_id = 123456789012
                sso_role_name = reader
                [sso-session nobody]
                sso_region = us-east-1
                sso_start_url = https://nobody.invalid/start
                """, """
                [profile work]
                sso_region = us-east-1
                sso_start_url = https://nobody.invalid/start
                sso_account_id = 123456789012
                sso_role_name = reader
                """);
    }

    @Test
    void saysThatThereAreNoCredentials() throws IOException {
        assertThat(withProfile("[profile work]\nregion = us-east-1\n"))
                .isInstanceOfSatisfying(QueryOutcome.Unreachable.class, said -> {
                    assertThat(said.failure().message()).contains("no AWS credentials");
                    assertThat(said.failure().hint()).contains("AWS_PROFILE");
                });
    }

    @Test
    void saysThatTheAddressIsNotKnown() {
        assertThat(InvocationFailures.outcome(
                        SdkClientException.create("x", new UnknownHostException("lambda.us-esat-1.amazonaws.com")),
                        "duckboard-query"))
                .isInstanceOfSatisfying(
                        QueryOutcome.Unreachable.class,
                        said -> assertThat(said.failure().hint()).contains("AWS_REGION"));
    }

    @Test
    void knowsThatNothingRunsWhereNoConnectionWasMade() {
        assertThat(InvocationFailures.outcome(
                        SdkClientException.create("x", new ConnectTimeoutException("timed out")), "duckboard-query"))
                .isInstanceOfSatisfying(
                        QueryOutcome.Unreachable.class,
                        said -> assertThat(said.failure().message()).contains("Nobody answers"));
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatEndedTheFunction(String payload, ErrorCode code) {
        assertThat(InvocationFailures.functionError(payload.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(QueryOutcome.Failed.class, failed -> {
                    assertThat(failed.problem().code()).isEqualTo(code);
                    assertThat(failed.problem().message()).doesNotContain("RequestId");
                });
    }

    static Stream<Arguments> saysWhatEndedTheFunction() {
        return Stream.of(
                arguments(
                        "{\"errorMessage\":\"2026-11-26T18:00:00Z 1-2 Task timed out after 60.06 seconds\"}",
                        ErrorCode.TIMEOUT),
                arguments(
                        "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: 1-2 Error: Task timed out\"}",
                        ErrorCode.TIMEOUT),
                arguments(
                        "{\"errorType\":\"Runtime.ExitError\","
                                + "\"errorMessage\":\"RequestId: 1-2 Error: Runtime exited with error: signal: killed\"}",
                        ErrorCode.OUT_OF_MEMORY),
                arguments(
                        "{\"errorType\":\"Runtime.ExitError\","
                                + "\"errorMessage\":\"RequestId: 1-2 Error: Runtime exited with error: exit status 130\"}",
                        ErrorCode.CANCELLED),
                arguments(
                        "{\"errorMessage\":\"boom\",\"errorType\":\"java.lang.IllegalStateException\"}",
                        ErrorCode.INTERNAL));
    }

    /** Runs through the SDK's own chain, as far as that works without this machine's settings. */
    private QueryOutcome withProfile(String config) throws IOException {
        ProfileFile profiles = ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(Files.writeString(folder.resolve("config"), config))
                .build();
        AwsCredentialsProvider profile = ProfileCredentialsProvider.builder()
                .profileFile(profiles)
                .profileName("work")
                .build();
        try (LambdaClient client = LambdaClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://127.0.0.1:9"))
                .credentialsProvider(AwsCredentialsProviderChain.of(profile))
                .build()) {
            return InvocationFailures.outcome(
                    catchThrowableOfType(
                            SdkClientException.class,
                            () -> client.invoke(call -> call.functionName("duckboard-query"))),
                    "duckboard-query");
        }
    }
}
