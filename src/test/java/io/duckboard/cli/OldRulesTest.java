package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people keep in results/ and control/ of a bucket of theirs does not expire by rules of Duckboard's. */
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

    private CommandRun create() {
        // Settings of a bucket that are not looked at here.
        terminal.cloud().refusing("GET /my-lake", 501, "NotImplemented", "not pretended");
        return terminal.run("lake", "create", "--lake", "s3://my-lake/trips");
    }

    private static String rule(String id, String prefix) {
        return "<Rule><ID>" + id + "</ID><Filter><Prefix>" + prefix
                + "</Prefix></Filter><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>";
    }
}
