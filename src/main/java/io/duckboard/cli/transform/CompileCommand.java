package io.duckboard.cli.transform;

import io.duckboard.cli.project.ProjectOptions;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.PlanJson;
import io.duckboard.transform.artifacts.Artifacts;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Contents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "compile",
        description = "Print the SQL that would run, and leave it in the project's target/. With --json: the plan, as"
                + " the function takes it.",
        mixinStandardHelpOptions = true)
final class CompileCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    private final Clock clock;

    CompileCommand(GlobalOptions options) {
        this.options = options;
        this.clock = options.clock();
    }

    @Override
    public Integer call() {
        CompiledProject compiled = project.compiled(options);
        CompiledPlan plan = compiled.plan(project.selection(compiled), Contents.MODELS_AND_TESTS);
        write(compiled);
        options.terminal().out().println(options.json() ? PlanJson.write(plan) : text(plan));
        return ExitCode.DONE;
    }

    private void write(CompiledProject compiled) {
        Path target = project.target(options);
        try {
            Artifacts.writeManifest(target, compiled, clock.instant());
            Artifacts.writeCompiled(target, compiled);
        } catch (IOException e) {
            throw new FailureException(
                    "What was compiled cannot be written to " + target + ".",
                    "Check the rights of the project's folder.",
                    e);
        }
    }

    private static String text(CompiledPlan plan) {
        return plan.nodes().stream()
                .map(node -> "-- " + kind(node) + " " + node.name() + "\n"
                        + node.sql().strip() + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static String kind(Node node) {
        return switch (node) {
            case Node.Model model -> "model";
            case Node.Test test -> "test";
        };
    }
}
