package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.cloud.EngineZip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If something prevents a deployment from starting, one line says what to do. */
@Tag("process")
class DeployRefusalsTest {

    @RegisterExtension
    private final CloudTerminal terminal = new CloudTerminal();

    @Test
    void refusesAStoreThatLambdaTakesNoCodeFrom() {
        Map<String, String> environment = terminal.environment();
        environment.remove("AWS_ENDPOINT_URL");
        environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");

        assertThat(CommandRun.of(environment, "deploy").err())
                .contains("AWS_ENDPOINT_URL_S3 names another store than AWS's", "Unset it to deploy.");
    }

    @ParameterizedTest
    @CsvSource({"CREATE_COMPLETE", "ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED"})
    void leavesAStackOfOthersAlone(String state) {
        terminal.cloud().stack(state).ofOthers();

        assertThat(deploy().err())
                .contains("There is a stack duckboard that is not Duckboard's", "Choose another name with --stack.");
        assertThat(terminal.cloud().asked()).doesNotContain("CreateChangeSet", "DeleteStack");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ExpiredToken | The AWS session has expired. Log in again",
                "InvalidClientTokenId | AWS does not accept these credentials in us-east-1 (InvalidClientTokenId).",
                "SignatureDoesNotMatch | AWS does not accept these credentials in us-east-1",
                "AccessDenied | These AWS credentials have no right to sts:GetCallerIdentity.",
            })
    void saysWhatIsWrongWithTheCredentialsBeforeAnythingIsDone(String code, String sentence) {
        terminal.cloud()
                .refusing(
                        "GetCallerIdentity",
                        403,
                        code,
                        "User: ann is not authorized to perform: sts:GetCallerIdentity on it");

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains(sentence).hasLineCount(1);
        assertThat(terminal.cloud().asked()).containsOnly("GetCallerIdentity");
    }

    @Test
    void saysThatAWSIsAskedTooMuch() {
        terminal.cloud().refusing("CreateChangeSet", 400, "AlreadyExistsException", "a change set of this name");

        assertThat(deploy().err()).contains("AWS answered AlreadyExistsException: a change set of this name.");
    }

    @Test
    void saysThatTheCodesBucketIsSomebodyElses() {
        terminal.cloud()
                .refusing(
                        "PUT /duckboard-code-123456789012-us-east-1",
                        409,
                        "BucketAlreadyExists",
                        "The bucket name is taken");

        assertThat(deploy().err()).contains("for the engine's code is somebody else's. Choose another name");
    }

    @Test
    void saysThatTheLakesBucketIsSomebodyElses() {
        terminal.cloud().bucket("their-lake", 403);

        assertThat(deploy("--lake", "s3://their-lake").err())
                .contains("The bucket their-lake is somebody else's, or these AWS credentials have no right to it.");
        assertThat(terminal.cloud().asked()).doesNotContain("CreateChangeSet");
    }

    @Test
    void saysWhatTheAccountsQuotaAllows() {
        terminal.cloud().unreservedConcurrency(140);

        assertThat(deploy("--concurrency", "50").err())
                .contains("does not allow 50 queries at once to be reserved: 25 at most. Say --concurrency 25");
        assertThat(deploy("--concurrency", "25").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void reservesNothingInAnAccountOfTen() {
        terminal.cloud().unreservedConcurrency(10);

        assertThat(deploy("--concurrency", "1").err()).contains("0 at most. Say --concurrency 0");
        assertThat(deploy().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--schedule    | hourly      | --schedule is no schedule: hourly.",
                "--memory      | 128         | --memory is from 1024 to 10240 MB.",
                "--alarm-email | nobody      | --alarm-email is no address: nobody.",
                "--log-days    | 2           | --log-days is one of [1, 3, 5",
                "--concurrency | -1          | --concurrency is a number of queries from 0 up.",
            })
    void refusesWhatIsNoValue(String option, String value, String sentence) {
        CommandRun run = deploy(option, value);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(sentence);
        assertThat(terminal.cloud().asked()).isEmpty();
    }

    @Test
    void refusesAFolderAsALake() {
        assertThat(deploy("--lake", terminal.home().toString()).err())
                .contains("Functions on AWS cannot read the folder " + terminal.home(), "--lake s3://bucket");
    }

    @Test
    void refusesANameThatNoStackCanHave() {
        assertThat(deploy("--stack", "Duck_Board").err()).contains("No stack can have the name Duck_Board.");
    }

    @Test
    void saysHowToGetThePackage() {
        Map<String, String> environment = terminal.environment();
        environment.put("DUCKBOARD_PACKAGE", terminal.home().resolve("none.zip").toString());

        assertThat(CommandRun.of(environment, "deploy").err())
                .contains("The engine's package is not there", "make engine builds it");
    }

    @Test
    void refusesAZipOfSomethingElse() throws IOException {
        Path other = EngineZip.of(terminal.home(), "other.zip", "readme.txt", "nothing");

        assertThat(deploy("--package", other.toString()).err()).contains("is no package of Duckboard's engine.");
    }

    @Test
    void refusesAProjectThatDoesNotCompileBeforeAnythingIsMade() {
        assertThat(deploy("--project", terminal.home().resolve("none").toString())
                        .err())
                .contains("There is no folder");
        assertThat(terminal.cloud().asked()).doesNotContain("CreateChangeSet");
    }

    @Test
    void refusesARegionThatIsNone() {
        Map<String, String> environment = terminal.environment();
        environment.put("AWS_REGION", "Frankfurt");

        assertThat(CommandRun.of(environment, "deploy").err()).contains("There is no AWS region Frankfurt.");
    }

    @Test
    void saysThatNobodyAnswersInARegionThatIsNotThere() {
        Map<String, String> environment = terminal.environment();
        environment.remove("AWS_ENDPOINT_URL");
        environment.put("AWS_REGION", "eu-nowhere-7");

        assertThat(CommandRun.of(environment, "deploy").err())
                .contains("in region eu-nowhere-7.", "AWS_REGION")
                .hasLineCount(1);
    }

    @Test
    void saysThatThereAreNoCredentials() throws Exception {
        Map<String, String> variables = withoutKeys();
        variables.put("AWS_REGION", "us-east-1");
        try (CommandProcess process = CommandProcess.start(terminal.home(), List.of(), variables, "deploy")) {
            assertThat(process.err())
                    .contains("There are no AWS credentials. Log in (aws sso login) or set AWS_PROFILE");
            assertThat(process.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void saysThatNoRegionIsNamed() throws Exception {
        try (CommandProcess process = CommandProcess.start(terminal.home(), List.of(), withoutKeys(), "deploy")) {
            assertThat(process.err()).contains("No AWS region is named. Set AWS_REGION");
        }
    }

    private CommandRun deploy(String... options) {
        return terminal.run("deploy", options);
    }

    private Map<String, String> withoutKeys() {
        var variables = new HashMap<String, String>();
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.put("AWS_CONFIG_FILE", terminal.home().resolve("config").toString());
        variables.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                terminal.home().resolve("credentials").toString());
        variables.put("DUCKBOARD_PACKAGE", EngineZip.in(terminal.home()).toString());
        return variables;
    }
}
