package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.cloud.StackStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack is created, changed or left alone, whatever state it was in. Failures say why and what to do. */
@Tag("process")
class DeployCommandTest {

    private static final String FUNCTION = "AWS::Lambda::Function";

    @RegisterExtension
    private final CloudTerminal terminal = new CloudTerminal();

    @Test
    void saysWhatIsThereAndWhatToTypeNext() {
        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains(
                        "duckboard is deployed in us-east-1",
                        "lake populate --lake s3://duckboard-lake-123456789012-us-east-1",
                        "DUCKBOARD_FUNCTION=duckboard-query:live make dashboard");
        assertThat(terminal.cloud().asked()).containsSubsequence("CreateChangeSet", "ExecuteChangeSet");
    }

    @Test
    void changesNothingWhereNothingWouldChange() {
        terminal.cloud().stack("UPDATE_COMPLETE").unchanged();

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("Nothing had to change");
        assertThat(terminal.cloud().asked()).doesNotContain("ExecuteChangeSet");
    }

    @Test
    void aPlanLeavesNothingBehind() {
        CommandRun run = deploy("--plan", "--lake-gb", "1000");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("would be made", "QueryFunction", "A month would cost about $", "$23.00  1,000 GB in S3");
        assertThat(terminal.cloud().asked())
                .containsSubsequence("CreateChangeSet", "DeleteChangeSet", "DeleteStack")
                .noneMatch(action -> action.startsWith("PUT") || action.equals("ExecuteChangeSet"));
    }

    @Test
    void aPlanSaysWhatAFailureHasLeftToDoFirst() {
        terminal.cloud().stack("ROLLBACK_COMPLETE");

        CommandRun run = deploy("--plan");

        assertThat(run.out())
                .contains("What is left of it (ROLLBACK_COMPLETE) would be removed, and all of it made anew.")
                .doesNotContain("Nothing of the stack");
        assertThat(terminal.cloud().asked()).doesNotContain("CreateChangeSet", "DeleteStack");
    }

    @Test
    void aPlanLeavesTheFrameThatSomebodyElseHasMade() {
        terminal.cloud().stack("REVIEW_IN_PROGRESS");

        assertThat(deploy("--plan").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(terminal.cloud().asked()).contains("DeleteChangeSet").doesNotContain("DeleteStack");
    }

    @Test
    void tellsWhatCloudFormationFindsBeforeItMakesAnything() {
        terminal.cloud().invalid("QueryLogs", "AWS::Logs::LogGroup", "Resource of this name already exists");

        assertThat(deploy().err())
                .contains(
                        "CloudFormation cannot make this of the stack: QueryLogs (AWS::Logs::LogGroup): Resource of this"
                                + " name already exists. Nothing was changed. Remove what has its name, or deploy under another");
    }

    @Test
    void followsAStackThroughAMomentWithoutAnAnswer() {
        terminal.cloud()
                .stack("CREATE_COMPLETE")
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
    void tellsTheResourceThatFailedAndWhy() {
        terminal.cloud()
                .when(
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
        terminal.cloud()
                .stack("CREATE_COMPLETE")
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
        terminal.cloud()
                .when(
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
        terminal.cloud().stack(state);

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("Removing what is left of the stack duckboard (" + state + ")");
        assertThat(terminal.cloud().asked()).containsSubsequence("DeleteStack", "CreateChangeSet", "ExecuteChangeSet");
    }

    @Test
    void saysWhatCannotBeRemoved() {
        terminal.cloud()
                .stack("DELETE_FAILED")
                .when(
                        "DeleteStack",
                        StackStory.ending("DELETE_FAILED")
                                .after("QueryLogs", "AWS::Logs::LogGroup", "DELETE_FAILED", "it is locked"));

        assertThat(deploy().err())
                .contains("is deleted in part: QueryLogs could not be (it is locked).", "duckboard destroy again");
    }

    @Test
    void bringsBackAStackWhoseUpdateCouldNotBeUndone() {
        terminal.cloud()
                .stack("UPDATE_ROLLBACK_FAILED")
                .when("ContinueUpdateRollback", StackStory.ending("UPDATE_ROLLBACK_COMPLETE"))
                .when("ExecuteChangeSet", StackStory.ending("UPDATE_COMPLETE"));

        assertThat(deploy().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(terminal.cloud().asked()).containsSubsequence("ContinueUpdateRollback", "ExecuteChangeSet");
    }

    @Test
    void waitsForNoOtherDeploymentButSaysThatThereIsOne() {
        terminal.cloud().stack("UPDATE_IN_PROGRESS");

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("The stack duckboard is being changed already (UPDATE_IN_PROGRESS). Wait until it is over");
        assertThat(terminal.cloud().asked()).doesNotContain("CreateChangeSet");
    }

    @Test
    void noticesADeploymentThatBeganMeanwhile() {
        terminal.cloud()
                .stack("CREATE_COMPLETE")
                .refusing("ExecuteChangeSet", 400, "InvalidChangeSetStatus", "ChangeSet cannot be executed");

        assertThat(deploy().err()).contains("The stack duckboard is being changed by another deployment. Wait");
    }

    @Test
    void takesABucketThatIsThereAsItIs() {
        terminal.cloud().bucket("my-lake", 200);

        CommandRun run = deploy("--lake", "s3://my-lake/trips");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("lake       s3://my-lake/trips").doesNotContain("lake populate");
    }

    @Test
    void ctrlCLeavesCloudFormationToItself() throws Exception {
        terminal.cloud().stack("CREATE_COMPLETE").when("ExecuteChangeSet", StackStory.endless());
        try (CommandProcess process =
                CommandProcess.start(terminal.home(), List.of(), terminal.environment(), "deploy")) {
            assertThat(Stream.generate(() -> line(process))
                            .anyMatch(line -> line.startsWith("Changing the stack duckboard")))
                    .isTrue();
            await().until(() -> terminal.cloud().asked().contains("ExecuteChangeSet"));
            await().until(() -> terminal.cloud().asked().getLast().equals("DescribeStacks"));

            process.interrupt();

            assertThat(process.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(process.err()).contains("CloudFormation goes on by itself", "duckboard status tells");
        }
        terminal.cloud().stack("UPDATE_COMPLETE").when("ExecuteChangeSet", StackStory.ending("UPDATE_COMPLETE"));

        assertThat(deploy().exitCode()).isEqualTo(ExitCode.DONE);
    }

    private CommandRun deploy(String... options) {
        return terminal.run("deploy", options);
    }

    private static String line(CommandProcess process) {
        try {
            return process.errLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
