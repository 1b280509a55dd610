package io.duckboard.cli.transform;

import io.duckboard.cli.terminal.Style;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeResult;
import io.duckboard.transform.run.TransformFailure;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** Prints the result of a node on one line, and the reason below it if the node did not succeed. */
final class ResultLine {

    private static final int WIDEST_NAME = 60;

    private final Terminal terminal;
    private final int width;

    ResultLine(Terminal terminal, CompiledPlan plan) {
        this.terminal = terminal;
        this.width = Math.min(
                WIDEST_NAME,
                plan.nodes().stream()
                        .mapToInt(node -> node.name().length())
                        .max()
                        .orElse(0));
    }

    String of(NodeResult result) {
        Node node = result.node();
        return switch (result.outcome()) {
            case NodeOutcome.Built(OptionalLong rows, Duration elapsed) ->
                line("ok", node, rows(rows), Figures.time(elapsed));
            case NodeOutcome.Passed(Duration elapsed) -> line("pass", node, "", Figures.time(elapsed));
            case NodeOutcome.FoundFailures found -> found(node, found);
            case NodeOutcome.Failed(TransformFailure failure, Duration elapsed) ->
                Style.ALARM.on(terminal, line("FAIL", node, "", Figures.time(elapsed))) + "\n" + why(failure);
            case NodeOutcome.Skipped _ -> Style.ASIDE.on(terminal, line("skip", node, "", ""));
        };
    }

    private String found(Node node, NodeOutcome.FoundFailures found) {
        String line = line(
                found.isError() ? "FAIL" : "warn",
                node,
                Figures.count(found.failures(), "row"),
                Figures.time(found.elapsed()));
        String kept = found.rows()
                .map(rows -> "\n        The rows are kept for a day: " + rows.path())
                .orElse("");
        return (found.isError() ? Style.ALARM.on(terminal, line) : line) + kept;
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

    private static String why(TransformFailure failure) {
        return Harmless.lines("        " + failure.placed()
                + failure.hint().map(hint -> "\n        " + hint).orElse(""));
    }

    /** A view has no rows of its own. */
    private static String rows(OptionalLong rows) {
        return rows.isPresent() ? Figures.count(rows.getAsLong(), "row") : "";
    }

    private static String kind(Node node) {
        return switch (node) {
            case Node.Model model -> model.materialization().name().toLowerCase(Locale.ROOT);
            case Node.Test test -> "test";
        };
    }
}
