package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.ShippedProject;
import io.duckboard.testing.cloud.EngineZip;
import io.duckboard.testing.cloud.PretendCloud;
import io.duckboard.testing.cloud.StackStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands in the way of a deployment is a line that says what to do, and the next try works. */
class DeployCommandTest {

    private static final String FUNCTION = "AWS::Lambda::Function";

    @TempDir
    private Path home;

    private PretendCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = PretendCloud.start();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void saysWhatIsThereAndWhatToTypeNext() {
        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains(
                        "duckboard is deployed in us-east-1",
                        "lake populate --lake s3://duckboard-lake-123456789012-us-east-1",
                        "DUCKBOARD_FUNCTION=duckboard-query:live make dashboard");
        assertThat(cloud.asked()).containsSubsequence("CreateChangeSet", "ExecuteChangeSet");
    }

    @Test
    void changesNothingWhereNothingWouldChange() {
        cloud.stack("UPDATE_COMPLETE").unchanged();

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("Nothing had to change");
        assertThat(cloud.asked()).doesNotContain("ExecuteChangeSet");
    }

    @Test
    void aPlanLeavesNothingBehind() {
        CommandRun run = deploy("--plan", "--lake-gb", "1000");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("would be made", "QueryFunction", "A month would cost about $", "$23.00  1,000 GB in S3");
        assertThat(cloud.asked())
                .containsSubsequence("CreateChangeSet", "DeleteChangeSet", "DeleteStack")
                .noneMatch(action -> action.startsWith("PUT") || action.equals("ExecuteChangeSet"));
    }

    @Test
    void aPlanSaysWhatAFailureHasLeftToDoFirst() {
        cloud.stack("ROLLBACK_COMPLETE");

        CommandRun run = deploy("--plan");

        assertThat(run.out())
                .contains("What is left of it (ROLLBACK_COMPLETE) would be removed, and all of it made anew.")
                .doesNotContain("Nothing of the stack");
        assertThat(cloud.asked()).doesNotContain("CreateChangeSet", "DeleteStack");
    }

    @Test
    void aPlanLeavesTheFrameThatSomebodyElseHasMade() {
        cloud.stack("REVIEW_IN_PROGRESS");

        assertThat(deploy("--plan").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(cloud.asked()).contains("DeleteChangeSet").doesNotContain("DeleteStack");
    }

    @Test
    void tellsWhatCloudFormationFindsBeforeItMakesAnything() {
        cloud.invalid("QueryLogs", "AWS::Logs::LogGroup", "Resource of this name already exists");

        assertThat(deploy().err())
                .contains(
                        "CloudFormation cannot make this of the stack: QueryLogs (AWS::Logs::LogGroup): Resource of this"
                                + " name already exists. Nothing was changed. Remove what has its name, or deploy under another");
    }

    @Test
    void followsAStackThroughAMomentWithoutAnAnswer() {
        cloud.stack("CREATE_COMPLETE")
                .when("ExecuteChangeSet", StackStory.ending("UPDATE_COMPLETE"))
                .refusingOnce("DescribeStackEvents after ExecuteChangeSet", 403, "AccessDenied", "not now");

        assertThat(deploy().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void saysThatAMailHasToBeConfirmed() {
        assertThat(deploy("--alarm-email", "ann@example.com").out())
                .contains("Confirm the mail that AWS has sent to ann@example.com");
    }

    @Test
    void refusesAStoreThatLambdaTakesNoCodeFrom() {
        Map<String, String> environment = environment();
        environment.remove("AWS_ENDPOINT_URL");
        environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");

        assertThat(CommandRun.of(environment, "deploy").err())
                .contains("AWS_ENDPOINT_URL_S3 names another store than AWS's", "Unset it to deploy.");
    }

    @Test
    void tellsTheResourceThatFailedAndWhy() {
        cloud.when(
                "ExecuteChangeSet",
                StackStory.ending("ROLLBACK_COMPLETE")
                        .after(
                                "QueryFunction",
                                FUNCTION,
                                "CREATE_FAILED",
                                "Resource handler returned message: \"The memory"
                                        + " size is too large (Service: Lambda, Status Code: 400)\" (RequestToken: 1-2)")
                        .after("TransformFunction", FUNCTION, "CREATE_FAILED", "Resource creation cancelled"));

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("The stack duckboard could not be made. QueryFunction (" + FUNCTION
                        + ") failed: The memory size is too large. All of it was rolled back. Run the same command with"
                        + " less --memory, or ask AWS for a higher quota.");
    }

    @Test
    void aFailedUpdateIsAsItWasBefore() {
        cloud.stack("CREATE_COMPLETE")
                .when(
                        "ExecuteChangeSet",
                        StackStory.ending("UPDATE_ROLLBACK_COMPLETE")
                                .after("QueryRole", "AWS::IAM::Role", "UPDATE_FAILED", "it is not so"));

        assertThat(deploy().err())
                .contains(
                        "could not be changed. QueryRole (AWS::IAM::Role) failed: it is not so. It is as it was before."
                                + " Mend that and run the same command again.");
    }

    @Test
    void saysWhoMayMakeRoles() {
        cloud.when(
                "ExecuteChangeSet",
                StackStory.ending("ROLLBACK_COMPLETE")
                        .after(
                                "QueryRole",
                                "AWS::IAM::Role",
                                "CREATE_FAILED",
                                "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: iam:CreateRole"));

        assertThat(deploy().err())
                .contains("QueryRole", "iam:CreateRole", "Deploying makes roles: ask for the right to");
    }

    @ParameterizedTest
    @CsvSource({"ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED"})
    void removesWhatAFailureHasLeftAndBeginsAnew(String state) {
        cloud.stack(state);

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("Removing what is left of the stack duckboard (" + state + ")");
        assertThat(cloud.asked()).containsSubsequence("DeleteStack", "CreateChangeSet", "ExecuteChangeSet");
    }

    @Test
    void saysWhatCannotBeRemoved() {
        cloud.stack("DELETE_FAILED")
                .when(
                        "DeleteStack",
                        StackStory.ending("DELETE_FAILED")
                                .after("QueryLogs", "AWS::Logs::LogGroup", "DELETE_FAILED", "it is locked"));

        assertThat(deploy().err())
                .contains("is deleted in part: QueryLogs could not be (it is locked).", "duckboard destroy again");
    }

    @Test
    void bringsBackAStackWhoseUpdateCouldNotBeUndone() {
        cloud.stack("UPDATE_ROLLBACK_FAILED")
                .when("ContinueUpdateRollback", StackStory.ending("UPDATE_ROLLBACK_COMPLETE"))
                .when("ExecuteChangeSet", StackStory.ending("UPDATE_COMPLETE"));

        assertThat(deploy().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(cloud.asked()).containsSubsequence("ContinueUpdateRollback", "ExecuteChangeSet");
    }

    @Test
    void waitsForNoOtherDeploymentButSaysThatThereIsOne() {
        cloud.stack("UPDATE_IN_PROGRESS");

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("The stack duckboard is being changed already (UPDATE_IN_PROGRESS). Wait until it is over");
        assertThat(cloud.asked()).doesNotContain("CreateChangeSet");
    }

    @Test
    void noticesADeploymentThatBeganMeanwhile() {
        cloud.stack("CREATE_COMPLETE")
                .refusing("ExecuteChangeSet", 400, "InvalidChangeSetStatus", "ChangeSet cannot be executed");

        assertThat(deploy().err()).contains("The stack duckboard is being changed by another deployment. Wait");
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
        cloud.refusing(
                "GetCallerIdentity", 403, code, "User: ann is not authorized to perform: sts:GetCallerIdentity on it");

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains(sentence).hasLineCount(1);
        assertThat(cloud.asked()).containsOnly("GetCallerIdentity");
    }

    @Test
    void saysThatAWSIsAskedTooMuch() {
        cloud.refusing("CreateChangeSet", 400, "AlreadyExistsException", "a change set of this name");

        assertThat(deploy().err()).contains("AWS answered AlreadyExistsException: a change set of this name.");
    }

    @Test
    void saysThatTheCodesBucketIsSomebodyElses() {
        cloud.refusing(
                "PUT /duckboard-code-123456789012-us-east-1", 409, "BucketAlreadyExists", "The bucket name is taken");

        assertThat(deploy().err()).contains("for the engine's code is somebody else's. Choose another name");
    }

    @Test
    void saysThatTheLakesBucketIsSomebodyElses() {
        cloud.bucket("their-lake", 403);

        assertThat(deploy("--lake", "s3://their-lake").err())
                .contains("The bucket their-lake is somebody else's, or these AWS credentials have no right to it.");
        assertThat(cloud.asked()).doesNotContain("CreateChangeSet");
    }

    @Test
    void takesABucketThatIsThereAsItIs() {
        cloud.bucket("my-lake", 200);

        CommandRun run = deploy("--lake", "s3://my-lake/trips");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("lake       s3://my-lake/trips").doesNotContain("lake populate");
    }

    @Test
    void saysWhatTheAccountsQuotaAllows() {
        cloud.unreservedConcurrency(140);

        assertThat(deploy("--concurrency", "50").err())
                .contains("does not allow 50 queries at once to be reserved: 25 at most. Say --concurrency 25");
        assertThat(deploy("--concurrency", "25").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void reservesNothingInAnAccountOfTen() {
        cloud.unreservedConcurrency(10);

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
        assertThat(cloud.asked()).isEmpty();
    }

    @Test
    void refusesAFolderAsALake() {
        assertThat(deploy("--lake", home.toString()).err())
                .contains("Functions on AWS cannot read the folder " + home, "--lake s3://bucket");
    }

    @Test
    void refusesANameThatNoStackCanHave() {
        assertThat(deploy("--stack", "Duck_Board").err()).contains("No stack can have the name Duck_Board.");
    }

    @Test
    void saysHowToGetThePackage() {
        Map<String, String> environment = environment();
        environment.put("DUCKBOARD_PACKAGE", home.resolve("none.zip").toString());

        assertThat(CommandRun.of(environment, "deploy").err())
                .contains("The engine's package is not there", "make engine builds it");
    }

    @Test
    void refusesAZipOfSomethingElse() throws IOException {
        Path other = EngineZip.of(home, "other.zip", "readme.txt", "nothing");

        assertThat(deploy("--package", other.toString()).err()).contains("is no package of Duckboard's engine.");
    }

    @Test
    void refusesAProjectThatDoesNotCompileBeforeAnythingIsMade() {
        assertThat(deploy("--project", home.resolve("none").toString()).err()).contains("There is no folder");
        assertThat(cloud.asked()).doesNotContain("CreateChangeSet");
    }

    @Test
    void refusesARegionThatIsNone() {
        Map<String, String> environment = environment();
        environment.put("AWS_REGION", "Frankfurt");

        assertThat(CommandRun.of(environment, "deploy").err()).contains("There is no AWS region Frankfurt.");
    }

    @Test
    void saysThatNobodyAnswersInARegionThatIsNotThere() {
        Map<String, String> environment = environment();
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
        try (CommandProcess process = CommandProcess.start(home, List.of(), variables, "deploy")) {
            assertThat(process.err())
                    .contains("There are no AWS credentials. Log in (aws sso login) or set AWS_PROFILE");
            assertThat(process.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void saysThatNoRegionIsNamed() throws Exception {
        try (CommandProcess process = CommandProcess.start(home, List.of(), withoutKeys(), "deploy")) {
            assertThat(process.err()).contains("No AWS region is named. Set AWS_REGION");
        }
    }

    @Test
    void ctrlCLeavesCloudFormationToItself() throws Exception {
        cloud.stack("CREATE_COMPLETE").when("ExecuteChangeSet", StackStory.endless());
        try (CommandProcess process = CommandProcess.start(home, List.of(), environment(), "deploy")) {
            assertThat(Stream.generate(() -> line(process))
                            .anyMatch(line -> line.startsWith("Changing the stack duckboard")))
                    .isTrue();
            await().until(() -> cloud.asked().contains("ExecuteChangeSet"));
            await().until(() -> cloud.asked().getLast().equals("DescribeStacks"));

            process.interrupt();

            assertThat(process.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(process.err()).contains("CloudFormation goes on by itself", "duckboard status tells");
        }
        cloud.stack("UPDATE_COMPLETE").when("ExecuteChangeSet", StackStory.ending("UPDATE_COMPLETE"));

        assertThat(deploy().exitCode()).isEqualTo(ExitCode.DONE);
    }

    private static String line(CommandProcess process) {
        try {
            return process.errLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandRun deploy(String... options) {
        return CommandRun.of(
                environment(),
                Stream.concat(Stream.of("deploy"), Stream.of(options)).toArray(String[]::new));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(cloud.environment());
        environment.put("DUCKBOARD_HOME", home.toString());
        environment.put("DUCKBOARD_TRANSFORM_PROJECT", ShippedProject.FOLDER.toString());
        environment.put("DUCKBOARD_PACKAGE", EngineZip.in(home).toString());
        return environment;
    }

    private Map<String, String> withoutKeys() {
        var variables = new HashMap<String, String>();
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.put("AWS_CONFIG_FILE", home.resolve("config").toString());
        variables.put("AWS_SHARED_CREDENTIALS_FILE", home.resolve("credentials").toString());
        variables.put("DUCKBOARD_PACKAGE", EngineZip.in(home).toString());
        return variables;
    }
}
