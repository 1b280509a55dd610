package io.duckboard.cli.transform;

import io.duckboard.cli.project.ProjectOptions;
import io.duckboard.cli.terminal.DurationConverter;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.InterruptibleWork;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.cli.terminal.RaiseOption;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.transform.artifacts.Artifacts;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Contents;
import io.duckboard.transform.run.RunLock;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.RunReport;
import io.duckboard.transform.run.TransformRunner;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the selected parts of a project: its models, its tests, or both. */
@Command(mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final RaiseOption raise = new RaiseOption();

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Again and again, this long after one began: 1h, 10m, 30s. Until Ctrl-C.")
    private @Nullable Duration every;

    private final Contents contents;
    private final Clock clock;

    RunCommand(GlobalOptions options, Contents contents) {
        this.options = options;
        this.contents = contents;
        this.clock = options.clock();
    }

    @Override
    public Integer call() {
        try (var interruption = new Interruption();
                var work = new InterruptibleWork(interruption)) {
            return work.of(() -> every == null ? once() : again(every));
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    /** A failed run says nothing about the next one: the failure is printed, and the schedule goes on. */
    private int again(Duration pause) throws InterruptedException {
        while (true) {
            var next = clock.instant().plus(pause);
            try {
                once();
            } catch (FailureException e) {
                options.terminal().tell(e.failure());
            }
            Duration left = Duration.between(clock.instant(), next);
            options.terminal().out().println("The next run begins at " + next + ".");
            Thread.sleep(left.isNegative() ? Duration.ZERO : left);
        }
    }

    private int once() throws InterruptedException {
        try (var opening = OpeningEngine.begin(() -> options.openTransform(raise.rise(options)))) {
            CompiledProject compiled = project.compiled(options);
            CompiledPlan plan = compiled.plan(project.selection(compiled), contents);
            if (plan.nodes().isEmpty()) {
                throw new FailureException(
                        "There is nothing to " + name() + ".", "duckboard transform ls lists what there is.");
            }
            return run(compiled, plan, opening);
        }
    }

    private int run(CompiledProject compiled, CompiledPlan plan, OpeningEngine opening) throws InterruptedException {
        try (RunLock _ = RunLock.in(options.home(), this::tellOfWaiting)) {
            var progress = new RunPrint(options, plan);
            RunReport report = new TransformRunner(
                            opening.engine(), options.querySettings().callsAtOnce(), clock)
                    .run(compiled, plan, progress);
            progress.print(report);
            keep(compiled, report);
            return exitCode(report);
        } catch (IOException e) {
            throw new FailureException(
                    "The home " + options.home() + " cannot be written.", "Check its rights, or see --home.", e);
        }
    }

    /** Writes the results. The run has already changed the lake, so it does not fail if they cannot be written here. */
    private void keep(CompiledProject compiled, RunReport report) {
        try {
            Artifacts.writeManifest(project.target(options), compiled, report.begunAt());
            Artifacts.writeRunResults(project.target(options), compiled, report, name());
            Artifacts.writeCatalog(project.target(options), compiled, report);
        } catch (IOException e) {
            options.terminal().err().println("The run's results could not be kept in " + project.target(options) + ".");
        }
    }

    private static int exitCode(RunReport report) {
        if (report.outcome() instanceof RunOutcome.Cancelled) {
            return ExitCode.INTERRUPTED;
        }
        return report.isDone() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void tellOfWaiting() {
        options.terminal().err().println("Another run is under way in this home: waiting for its end …");
    }

    private String name() {
        return spec.name().toLowerCase(Locale.ROOT);
    }
}
