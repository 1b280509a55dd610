package io.duckboard.cli.transform;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Style;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.format.Figures;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeResult;
import io.duckboard.transform.run.RunListener;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.RunReport;
import io.duckboard.transform.run.TransformFailure;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a line for each node as it ends. On a terminal it also shows below them what is running. */
final class RunPrint implements RunListener {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final GlobalOptions options;
    private final Terminal terminal;
    private final CompiledPlan plan;
    private final ResultLine lines;
    private final Set<String> running = new LinkedHashSet<>();
    private int done;

    RunPrint(GlobalOptions options, CompiledPlan plan) {
        this.options = options;
        this.terminal = options.terminal();
        this.plan = plan;
        this.lines = new ResultLine(terminal, plan);
    }

    @Override
    public void started(Node node) {
        running.add(node.name());
        showRunning();
    }

    @Override
    public void ended(NodeResult result) {
        running.remove(result.node().name());
        done++;
        if (!options.json()) {
            clear();
            terminal.out().println(lines.of(result));
        }
        showRunning();
    }

    void print(RunReport report) {
        clear();
        if (options.json()) {
            terminal.out().println(RunJson.of(plan, report));
        } else {
            terminal.out().println(summary(report));
        }
        if (report.outcome() instanceof RunOutcome.Failed(TransformFailure failure)) {
            terminal.err()
                    .println(Style.ALARM.on(terminal, failure.message())
                            + failure.hint().map(hint -> " " + hint).orElse(""));
        }
    }

    /** Clears the line that shows what is running. */
    private void clear() {
        if (terminal.interactive()) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
        }
    }

    private void showRunning() {
        if (terminal.interactive() && !running.isEmpty()) {
            String line = done + " of " + plan.nodes().size() + " · " + String.join(", ", running);
            terminal.err().print(CLEAR_LINE + line.substring(0, Math.min(line.length(), terminal.width() - 1)));
            terminal.err().flush();
        }
    }

    private String summary(RunReport report) {
        String time = " in " + Figures.time(report.elapsed()) + ".";
        return switch (report.outcome()) {
            case RunOutcome.Published published ->
                "Published " + Figures.count(count(report, NodeOutcome.Built.class), "model") + time + tests(report)
                        + published.notes().stream().map(note -> "\n" + note).collect(Collectors.joining());
            case RunOutcome.Tested _ -> "Ran " + Figures.count(report.results().size(), "test") + time + tests(report);
            case RunOutcome.KeptBack _ ->
                "Nothing was published" + time + " " + Style.ALARM.on(terminal, failures(report));
            case RunOutcome.Cancelled _ -> "Cancelled: nothing was published.";
            case RunOutcome.Failed _ -> "Nothing was published" + time;
        };
    }

    private static String tests(RunReport report) {
        long warnings = count(report, NodeOutcome.FoundFailures.class);
        long tests = warnings + count(report, NodeOutcome.Passed.class);
        return tests == 0
                ? ""
                : warnings == 0
                        ? " All " + Figures.count(tests, "test") + " passed."
                        : " " + Figures.count(warnings, "test") + " of " + tests + " found rows.";
    }

    private static String failures(RunReport report) {
        long failed = count(report, NodeOutcome.Failed.class);
        long found = report.results().stream()
                .filter(result -> result.outcome() instanceof NodeOutcome.FoundFailures failures && failures.isError())
                .count();
        long skipped = count(report, NodeOutcome.Skipped.class);
        return Stream.of(
                                failed == 0 ? "" : Figures.count(failed, "node") + " failed",
                                found == 0 ? "" : Figures.count(found, "test") + " found rows",
                                skipped == 0 ? "" : Figures.count(skipped) + " skipped")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static long count(RunReport report, Class<? extends NodeOutcome> kind) {
        return report.results().stream()
                .map(NodeResult::outcome)
                .filter(kind::isInstance)
                .count();
    }
}
