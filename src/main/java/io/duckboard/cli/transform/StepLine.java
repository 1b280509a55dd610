package io.duckboard.cli.transform;

import io.duckboard.cli.terminal.Style;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer.Step;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.transform.compile.CompiledProject;
import java.time.Duration;
import java.util.Locale;

/** How a node fared, in a line; and below it why, if it did not go well. */
final class StepLine {

    private static final int WIDEST_NAME = 60;

    private final Terminal terminal;
    private final CompiledProject project;
    private final int width;

    StepLine(Terminal terminal, CompiledProject project, CompiledPlan plan) {
        this.terminal = terminal;
        this.project = project;
        this.width = Math.min(
                WIDEST_NAME,
                plan.nodes().stream()
                        .mapToInt(node -> node.name().length())
                        .max()
                        .orElse(0));
    }

    String of(Node node, Step step) {
        return switch (step) {
            case Step.Built(BuiltModel model, Duration elapsed) -> line("ok", node, rows(model), Figures.time(elapsed));
            case Step.Tested(TestOutcome outcome, Duration elapsed) -> tested(node, outcome, elapsed);
            case Step.Failed(String name, Problem problem, Duration elapsed) ->
                Style.ALARM.on(terminal, line("FAIL", node, "", Figures.time(elapsed))) + "\n" + why(node, problem);
            case Step.Skipped _ -> Style.ASIDE.on(terminal, line("skip", node, "", ""));
        };
    }

    private String tested(Node node, TestOutcome outcome, Duration elapsed) {
        if (outcome.isPassed()) {
            return line("pass", node, "", Figures.time(elapsed));
        }
        String line = line(
                outcome.isError() ? "FAIL" : "warn",
                node,
                Figures.count(outcome.failures(), "row"),
                Figures.time(elapsed));
        String kept = outcome.rows()
                .map(rows -> "\n        The rows are kept for a day: " + rows.path())
                .orElse("");
        return (outcome.isError() ? Style.ALARM.on(terminal, line) : line) + kept;
    }

    private String line(String status, Node node, String rows, String time) {
        return String.format(
                        Locale.ROOT,
                        "  %-4s  %-8s  %-" + Math.max(1, width) + "s  %12s  %8s",
                        status,
                        kind(node),
                        node.name(),
                        rows,
                        time)
                .stripTrailing();
    }

    private String why(Node node, Problem problem) {
        String place = project.placeOf(node, problem.position()) + ": ";
        return Harmless.lines("        " + place + problem.message()
                + problem.hint().map(hint -> "\n        " + hint).orElse(""));
    }

    private static String rows(BuiltModel model) {
        return model.model().materialization() == Materialization.VIEW ? "" : Figures.count(model.rows(), "row");
    }

    private static String kind(Node node) {
        return switch (node) {
            case Node.Model model -> model.materialization().name().toLowerCase(Locale.ROOT);
            case Node.Test test -> "test";
        };
    }
}
