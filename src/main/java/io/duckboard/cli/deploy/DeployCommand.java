package io.duckboard.cli.deploy;

import io.duckboard.cli.project.ProjectOptions;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.deploy.DeployOptions;
import io.duckboard.deploy.Deployment;
import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.code.EnginePackage;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.protocol.PlanJson;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Contents;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "deploy",
        description = "Make or update the engine on AWS: one CloudFormation stack. What is not said stays as it was.",
        mixinStandardHelpOptions = true)
public final class DeployCommand implements Callable<Integer> {

    /** The retention periods of up to a year that CloudWatch Logs accepts, in days. */
    private static final Set<Integer> LOG_DAYS = Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365);

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final StackOptions stack = new StackOptions();

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Mixin
    private final UseOptions use = new UseOptions();

    @Spec
    private CommandSpec spec;

    @Option(names = "--plan", description = "Show what would change and what a month costs, and make nothing.")
    private boolean plan;

    @Option(
            names = "--package",
            paramLabel = "FILE",
            description = "The engine's package for arm64. DUCKBOARD_PACKAGE; make engine builds it.")
    private @Nullable Path file;

    @Option(
            names = "--schedule",
            paramLabel = "WHEN",
            description = "When the transform runs: 'rate(1 hour)', 'cron(0 6 * * ? *)' (UTC) or never."
                    + " At first: every hour.")
    private @Nullable String schedule;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Queries at once at most, as a brake on costs; 0 for the account's limit. At first: 20, where"
                    + " the account's quota allows.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "Of the query and the transform function. At first: 3008, the most that new accounts have.")
    private @Nullable Integer memory;

    @Option(
            names = "--calls-per-day",
            paramLabel = "N",
            description = "More calls than these ring an alarm. At first: 10000.")
    private @Nullable Integer callsPerDay;

    @Option(
            names = "--alarm-email",
            paramLabel = "ADDRESS",
            description = "Who is written to by alarms; '' for nobody.")
    private @Nullable String alarmEmail;

    @Option(
            names = "--function-url",
            negatable = true,
            description = "Give the query function a URL of its own, for signed requests (IAM).")
    private @Nullable Boolean functionUrl;

    @Option(names = "--log-days", paramLabel = "N", description = "How long logs are kept. At first: 30.")
    private @Nullable Integer logDays;

    private final Clock clock;

    public DeployCommand(GlobalOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DeployOptions wanted = wanted();
        EnginePackage code = EnginePackage.in(file());
        var print = new DeployPrint(options.terminal(), clock);
        try (var interruption = new Interruption();
                var _ = interruption.meanwhile(print::interrupted);
                Aws aws = Aws.of(options.environment())) {
            var deployment = new Deployment(aws, wanted, code, this::scheduled, print, clock);
            if (plan) {
                var text = new DeployPlanText(deployment.plan(use.use()), code);
                options.terminal().out().print(options.json() ? text.json() : text.text());
            } else {
                var text = new DeployedText(deployment.run(), print.elapsed());
                options.terminal().out().print(options.json() ? text.json() : text.text());
            }
            options.terminal().out().flush();
        }
        return ExitCode.DONE;
    }

    private DeployOptions wanted() {
        check(
                schedule == null || schedule.matches("(rate|cron)\\(.+\\)|never"),
                "--schedule is no schedule: " + schedule + ". Say 'rate(1 hour)', 'cron(0 6 * * ? *)' or never.");
        check(concurrency == null || concurrency >= 0, "--concurrency is a number of queries from 0 up.");
        check(memory == null || (memory >= 1_024 && memory <= 10_240), "--memory is from 1024 to 10240 MB.");
        check(callsPerDay == null || callsPerDay > 0, "--calls-per-day is a number of calls from 1 up.");
        check(
                alarmEmail == null || alarmEmail.matches("(\\S+@\\S+\\.\\S+)?"),
                "--alarm-email is no address: " + alarmEmail + ".");
        check(
                logDays == null || LOG_DAYS.contains(logDays),
                "--log-days is one of " + LOG_DAYS.stream().sorted().toList() + ".");
        return new DeployOptions(
                stack.stack(),
                StackOptions.lake(options),
                Optional.ofNullable(schedule).map(when -> when.equals("never") ? "" : when),
                Optional.ofNullable(concurrency),
                Optional.ofNullable(memory),
                Optional.ofNullable(callsPerDay),
                Optional.ofNullable(alarmEmail),
                Optional.ofNullable(functionUrl),
                Optional.ofNullable(logDays));
    }

    private Path file() {
        if (file != null) {
            return file;
        }
        String named = options.environment().getOrDefault("DUCKBOARD_PACKAGE", "");
        return Path.of(named.isBlank() ? "engine-lambda/target/duckboard-engine-arm64.zip" : named);
    }

    private String scheduled(LakeLocation lake) {
        CompiledProject compiled = project.compiled(options, lake);
        return "{\"run\":" + PlanJson.write(compiled.plan(project.selection(compiled), Contents.MODELS_AND_TESTS))
                + "}";
    }

    private void check(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
