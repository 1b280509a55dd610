package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.cloud.StackStory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing is deleted without the owner's consent, and a deletion that has begun can be continued. */
class DestroyCommandTest {

    private static final String LAKE = "duckboard-lake-123456789012-us-east-1";

    @RegisterExtension
    private final CloudTerminal terminal = new CloudTerminal();

    @Test
    void asksFirst() {
        terminal.cloud().stack("CREATE_COMPLETE");

        CommandRun run = destroy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("There is no terminal to ask on. Say --yes to go ahead.");
        assertThat(terminal.cloud().asked()).doesNotContain("DeleteStack");
    }

    @Test
    void leavesTheLake() {
        deployed();

        CommandRun run = destroy("--yes");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains(
                        "duckboard is gone from us-east-1. The lake s3://" + LAKE + " stays; --delete-data deletes it");
        assertThat(terminal.cloud().asked()).contains("DeleteStack").noneMatch(("DELETE /" + LAKE)::equals);
    }

    @Test
    void takesNoYesForTheData() {
        deployed();

        CommandRun run = destroy("--delete-data", "--yes");

        assertThat(run.err()).contains("no terminal to type the bucket's name on. Say --bucket NAME.");
        assertThat(terminal.cloud().asked()).doesNotContain("DeleteStack");
    }

    @Test
    void takesNoOtherName() {
        deployed();

        assertThat(destroy("--delete-data", "--bucket", "duckboard-lake").err())
                .contains("That is not the name of the bucket, " + LAKE + ". Nothing was done.");
        assertThat(terminal.cloud().asked()).doesNotContain("DeleteStack");
    }

    @Test
    void deletesTheDataOfWhoHasTypedItsName() {
        deployed();

        CommandRun run = destroy("--delete-data", "--bucket", LAKE);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("So is the bucket " + LAKE + ".");
        assertThat(terminal.cloud().asked()).containsSubsequence("DeleteStack", "DELETE /" + LAKE);
    }

    @Test
    void deletesNoBucketThatTheStackHasNotMade() {
        terminal.cloud()
                .stack("CREATE_COMPLETE")
                .parameters(Map.of("LakeBucket", "their-lake", "LakeIsNew", "false"))
                .bucket("their-lake", 200)
                .refusing("GET /their-lake", 404, "NoSuchTagSet", "There are no tags");

        CommandRun run = destroy("--delete-data", "--bucket", "their-lake");

        assertThat(run.err()).contains("The bucket their-lake was not made by the stack duckboard: nothing was done.");
        assertThat(terminal.cloud().asked()).doesNotContain("DeleteStack", "DELETE /their-lake");
    }

    @Test
    void saysWhatCouldNotBeDeletedAndGoesOnThere() {
        terminal.cloud()
                .stack("CREATE_COMPLETE")
                .when(
                        "DeleteStack",
                        StackStory.ending("DELETE_FAILED")
                                .after("QueryRole", "AWS::IAM::Role", "DELETE_FAILED", "it is in use"));

        assertThat(destroy("--yes").err())
                .contains("The stack duckboard is deleted in part: QueryRole could not be (it is in use).")
                .contains("run duckboard destroy again: it goes on where it stopped.");

        terminal.cloud().when("DeleteStack", StackStory.ending("DELETE_COMPLETE"));
        assertThat(destroy("--yes").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void leavesAStackOfOthersAlone() {
        terminal.cloud().stack("CREATE_COMPLETE").ofOthers();

        assertThat(destroy("--yes").err()).contains("There is a stack duckboard that is not Duckboard's, and it stays");
        assertThat(terminal.cloud().asked()).doesNotContain("DeleteStack");
    }

    @Test
    void leavesAStackThatIsBeingChanged() {
        terminal.cloud().stack("UPDATE_IN_PROGRESS");

        assertThat(destroy("--yes").err()).contains("The stack duckboard is being changed (UPDATE_IN_PROGRESS). Wait");
    }

    @Test
    void hasNothingToDoWhereThereIsNothing() {
        CommandRun run = destroy("--yes");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("There is nothing to take away: no stack duckboard in us-east-1.");
    }

    private void deployed() {
        terminal.cloud()
                .stack("CREATE_COMPLETE")
                .parameters(Map.of("LakeBucket", LAKE, "LakeIsNew", "true"))
                .made("Lake", "AWS::S3::Bucket", LAKE)
                .bucket(LAKE, 200);
    }

    private CommandRun destroy(String... options) {
        return terminal.run("destroy", options);
    }
}
