package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People's own files in results/ and control/ of their bucket do not expire because of Duckboard's rules. */
class OldRulesTest {

    private static final String RESULTS = rule("duckboard results trips", "trips/results/");
    private static final String CONTROL = rule("duckboard control trips", "trips/control/");
    private static final String THEIRS = rule("duckboard results of mine", "trips/results/");

    @RegisterExtension
    private final CloudTerminal terminal = new CloudTerminal();

    @Test
    void creatingALakeOnABucketThatIsThereWithdrawsThem() {
        terminal.cloud().lifecycle("my-lake", RESULTS + THEIRS + CONTROL);

        CommandRun run = create();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains(
                        "made     Removes results, markers and unfinished work after a day.",
                        "ended    Expiry of what lies in trips/results/ and trips/control/, where others keep files too.");
        assertThat(terminal.cloud().lifecycle("my-lake"))
                .contains("<ID>duckboard results of mine</ID>", "<Prefix>trips/_duckboard/results/</Prefix>")
                .doesNotContain("<ID>duckboard results trips</ID>", "<ID>duckboard control trips</ID>");
    }

    @Test
    void creatingItAgainSaysNoMoreOfThem() {
        terminal.cloud().lifecycle("my-lake", RESULTS);
        create();
        String before = terminal.cloud().lifecycle("my-lake");

        assertThat(create().out()).contains("is so    Removes results").doesNotContain("ended");
        assertThat(terminal.cloud().lifecycle("my-lake")).isEqualTo(before);
    }

    @Test
    void aBucketThatOthersHaveSetUpExpiresNothingThere() {
        terminal.cloud().bucket("my-lake", 200);

        assertThat(create().out()).contains("made     Removes results").doesNotContain("ended");
        assertThat(terminal.cloud().lifecycle("my-lake"))
                .doesNotContain("<Prefix>trips/results/", "<Prefix>trips/control/");
    }

    @Test
    void deployingOverABucketThatTheStackDoesNotMakeHasNewRulesTakeTheirPlace() {
        terminal.cloud().lifecycle("my-lake", RESULTS + THEIRS + CONTROL);

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err())
                .contains("The bucket my-lake no longer expires what lies in trips/results/ and trips/control/, where"
                        + " others keep files too.");
        assertThat(terminal.cloud().lifecycle("my-lake"))
                .contains("<ID>duckboard results of mine</ID>", "<Prefix>trips/_duckboard/results/</Prefix>")
                .doesNotContain("<ID>duckboard results trips</ID>", "<ID>duckboard control trips</ID>");
    }

    @Test
    void deployingAgainWithdrawsThemWhereNothingElseHasToChange() {
        terminal.cloud()
                .lifecycle("my-lake", RESULTS)
                .stack("UPDATE_COMPLETE")
                .parameters(Map.of("LakeBucket", "my-lake", "LakePrefix", "trips/", "LakeIsNew", "false"))
                .unchanged();

        CommandRun run = terminal.run("deploy");

        assertThat(run.out()).contains("Nothing had to change");
        assertThat(run.err()).contains("no longer expires what lies in trips/results/,");
    }

    @Test
    void deployingLeavesTheRulesOfABucketWithoutThem() {
        terminal.cloud().lifecycle("my-lake", THEIRS);

        assertThat(deploy().err()).doesNotContain("expires");
        assertThat(terminal.cloud().asked()).doesNotContain("PUT /my-lake?lifecycle");
    }

    @Test
    void deployingLeavesTheRulesOfTheStacksOwnBucketToTheStack() {
        assertThat(terminal.run("deploy").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(terminal.cloud().asked()).noneMatch(action -> action.endsWith("?lifecycle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /my-lake?lifecycle", "PUT /my-lake?lifecycle"})
    void deployingWithoutTheRightToSaysSoAndGoesOn(String action) {
        terminal.cloud()
                .lifecycle("my-lake", RESULTS)
                .refusing(action, 403, "AccessDenied", "ann is not authorized to perform: s3:SomethingOfIt");

        CommandRun run = deploy();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("duckboard is deployed");
        assertThat(run.err())
                .contains("was not seen to: These AWS credentials have no right to s3:SomethingOfIt. duckboard lake"
                        + " create --lake s3://my-lake/trips does it too.");
    }

    @Test
    void aPlanLeavesThem() {
        terminal.cloud().lifecycle("my-lake", RESULTS);

        assertThat(terminal.run("deploy", "--plan", "--lake", "s3://my-lake/trips")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.cloud().lifecycle("my-lake")).contains(RESULTS);
    }

    private CommandRun deploy() {
        return terminal.run("deploy", "--lake", "s3://my-lake/trips");
    }

    private CommandRun create() {
        // These settings of the bucket do not matter here.
        terminal.cloud().refusing("GET /my-lake", 501, "NotImplemented", "not pretended");
        return terminal.run("lake", "create", "--lake", "s3://my-lake/trips");
    }

    private static String rule(String id, String prefix) {
        return "<Rule><ID>" + id + "</ID><Filter><Prefix>" + prefix
                + "</Prefix></Filter><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>";
    }
}
