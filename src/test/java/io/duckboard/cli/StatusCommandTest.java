package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.cloud.StackStory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The status of a deployed engine is reported, and a service that does not answer hides nothing else. */
class StatusCommandTest {

    @RegisterExtension
    private final CloudTerminal terminal = new CloudTerminal();

    @Test
    void saysHowToMakeWhatIsNotThere() {
        CommandRun run = status();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("There is no stack duckboard in us-east-1. duckboard deploy makes it");
    }

    @Test
    void addsUpWhatTheCallsOfTheMonthHaveCost() {
        terminal.cloud()
                .stack("CREATE_COMPLETE")
                .function("duckboard-query", "7", 3_008)
                .metrics(List.of(
                        sum("duckboard-query Invocations", 400.0, 600.0),
                        sum("duckboard-query Duration", 100_000.0, 150_000.0),
                        sum("duckboard-query Throttles", 3.0)));

        CommandRun run = status();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        // A thousand calls of 250 ms at 3008 MB; LambdaPriceTest has the price of one such call.
        assertThat(run.out())
                .containsPattern("duckboard-query +7 +Active +3,008 +1,000 +0 +3 +\\$0\\.01")
                .contains("duckboard-transform", "not there", "This month's calls have cost about $0.01 until now");
    }

    @Test
    void tellsNoPriceOfCallsWhoseMemoryIsNotKnown() {
        terminal.cloud()
                .stack("CREATE_COMPLETE")
                .metrics(List.of(
                        sum("duckboard-query Invocations", 1_000.0), sum("duckboard-query Duration", 250_000.0)));

        assertThat(status().out())
                .containsPattern("duckboard-query +- +not there +\\? +\\? +\\? +\\?")
                .doesNotContain("have cost about");
    }

    @Test
    void tellsWhereTheLastChangeFailed() {
        terminal.cloud()
                .stack("CREATE_COMPLETE")
                .events(StackStory.ending("UPDATE_ROLLBACK_COMPLETE")
                        .after("QueryRole", "AWS::IAM::Role", "UPDATE_FAILED", "it is not so"));

        assertThat(status().out())
                .contains(
                        "UPDATE_ROLLBACK_COMPLETE",
                        "The last change failed at QueryRole (AWS::IAM::Role): it is not so");
    }

    @Test
    void tellsTheLastErrorsAsTextThatDoesNothing() {
        terminal.cloud().stack("CREATE_COMPLETE").logLine("\u001b[2JTask timed out after 60.00 seconds");

        assertThat(status().out())
                .contains("The last errors of the last day:", "␛[2JTask timed out after 60.00 seconds");
    }

    @Test
    void showsTheRestWhereAWSDoesNotTellAll() {
        terminal.cloud().stack("CREATE_COMPLETE").refusing("FilterLogEvents", 400, "AccessDeniedException", "no");

        CommandRun run = status();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("Not all is known:", "duckboard-query").doesNotContain("No errors");
    }

    @Test
    void isJsonForPrograms() {
        terminal.cloud().stack("CREATE_COMPLETE");

        assertThat(status("--json").out())
                .startsWith("{\"stack\":\"duckboard\"")
                .contains("\"functions\":[");
    }

    private static Map<String, Object> sum(String label, Double... values) {
        return Map.of("Label", label, "Values", List.of(values));
    }

    private CommandRun status(String... options) {
        return terminal.run("status", options);
    }
}
