package io.duckboard.cli.deploy;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.status.Status;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Show how the engine on AWS is: its functions, the last errors, and this month's costs.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final StackOptions stack = new StackOptions();

    private final Clock clock;

    public StatusCommand(GlobalOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Aws aws = Aws.of(options.environment())) {
            var text = new StatusText(new Status(aws, clock).of(stack.stack()));
            options.terminal().out().print(options.json() ? text.json() : text.text());
            options.terminal().out().flush();
        }
        return ExitCode.DONE;
    }
}
