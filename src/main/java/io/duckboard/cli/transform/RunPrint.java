package io.duckboard.cli.transform;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Style;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TransformAnswer.Step;
import io.duckboard.format.Figures;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.RunListener;
import io.duckboard.transform.run.RunReport;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line for each node as it ends; for a person who watches, what is under way below them. */
final class RunPrint implements RunListener {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final GlobalOptions options;
    private final Terminal terminal;
    private final CompiledProject project;
    private final CompiledPlan plan;
    private final StepLine lines;
    private final Set<String> running = new LinkedHashSet<>();
    private int done;

    RunPrint(GlobalOptions options, CompiledProject project, CompiledPlan plan) {
        this.options = options;
        this.terminal = options.terminal();
        this.project = project;
        this.plan = plan;
        this.lines = new StepLine(terminal, project, plan);
    }

    @Override
    public void started(Node node) {
        running.add(node.name());
        showRunning();
    }

    @Override
    public void ended(Node node, Step step) {
        running.remove(node.name());
        done++;
        if (!options.json()) {
            clear();
            terminal.out().println(lines.of(node, step));
        }
        showRunning();
    }

    void print(RunReport report) {
        clear();
        if (options.json()) {
            terminal.out().println(RunJson.of(project.name(), plan, report));
        } else {
            terminal.out().println(summary(report));
        }
        if (report.end() instanceof RunReport.End.Failed(Problem problem)) {
            terminal.err()
                    .println(Style.ALARM.on(terminal, problem.message())
                            + problem.hint().map(hint -> " " + hint).orElse(""));
        }
    }

    /** Takes the line of what is under way off again. */
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
        return switch (report.end()) {
            case RunReport.End.Published published ->
                "Published " + Figures.count(count(report, Step.Built.class), "model") + time + tests(report)
                        + published.notes().stream().map(note -> "\n" + note).collect(Collectors.joining());
            case RunReport.End.Tested _ -> "Ran " + Figures.count(report.steps().size(), "test") + time + tests(report);
            case RunReport.End.KeptBack _ ->
                "Nothing was published" + time + " " + Style.ALARM.on(terminal, failures(report));
            case RunReport.End.Cancelled _ -> "Cancelled: nothing was published.";
            case RunReport.End.Failed _ -> "Nothing was published" + time;
        };
    }

    private static String tests(RunReport report) {
        long tests = count(report, Step.Tested.class);
        long warnings = report.steps().stream()
                .filter(step -> step instanceof Step.Tested(var outcome, var elapsed) && !outcome.isPassed())
                .count();
        return tests == 0
                ? ""
                : warnings == 0
                        ? " All " + Figures.count(tests, "test") + " passed."
                        : " " + Figures.count(warnings, "test") + " of " + tests + " found rows.";
    }

    private static String failures(RunReport report) {
        long failed = count(report, Step.Failed.class);
        long found = report.steps().stream()
                .filter(step -> step instanceof Step.Tested(var outcome, var elapsed) && outcome.isError())
                .count();
        long skipped = count(report, Step.Skipped.class);
        return Stream.of(
                                failed == 0 ? "" : Figures.count(failed, "node") + " failed",
                                found == 0 ? "" : Figures.count(found, "test") + " found rows",
                                skipped == 0 ? "" : Figures.count(skipped) + " skipped")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static long count(RunReport report, Class<? extends Step> kind) {
        return report.steps().stream().filter(kind::isInstance).count();
    }
}
