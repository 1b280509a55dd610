package io.duckboard.cli.deploy;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.deploy.DeployedResources;
import io.duckboard.deploy.Destruction;
import io.duckboard.deploy.aws.Aws;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.jr.ob.JSON;

@Command(
        name = "destroy",
        description = "Take the engine on AWS away. The lake stays, unless --delete-data is said.",
        mixinStandardHelpOptions = true)
public final class DestroyCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final StackOptions stack = new StackOptions();

    @Option(names = "--yes", description = "Do not ask. For --delete-data, --bucket is the answer.")
    private boolean yes;

    @Option(
            names = "--delete-data",
            description = "Delete the lake's bucket and everything in it too, for good; its name has to be typed.")
    private boolean deleteData;

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "For --delete-data: the name, in place of typing it.")
    private @Nullable String bucket;

    private final DeletionPrompts questions;
    private final Clock clock;

    public DestroyCommand(GlobalOptions options, Clock clock) {
        this(options, DeletionPrompts.ON_CONSOLE, clock);
    }

    DestroyCommand(GlobalOptions options, DeletionPrompts questions, Clock clock) {
        this.options = options;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var print = new DeployPrint(options.terminal(), clock);
        try (var interruption = new Interruption();
                var _ = interruption.meanwhile(print::interrupted);
                Aws aws = Aws.of(options.environment())) {
            var destruction = new Destruction(aws, stack.stack(), StackOptions.lake(options), print);
            DeployedResources standing = destruction.look(deleteData);
            Optional<LakeLocation.Bucket> doomed = deleteData ? doomed(standing) : Optional.empty();
            if (!standing.isDeployed() && doomed.isEmpty()) {
                options.terminal()
                        .out()
                        .println("There is nothing to take away: no stack " + stack.stack() + " in " + aws.region()
                                + "." + staying(standing));
                return ExitCode.DONE;
            }
            consent(standing, doomed, aws.region());
            destruction.run(standing);
            doomed.ifPresent(destruction::removeLake);
            tell(standing, doomed, aws.region());
        }
        return ExitCode.DONE;
    }

    private Optional<LakeLocation.Bucket> doomed(DeployedResources standing) {
        return switch (standing.lake()) {
            case DeployedResources.NoLake() -> Optional.empty();
            case DeployedResources.OwnLake(var lake) -> Optional.of(lake);
            case DeployedResources.OthersLake(var lake) ->
                throw new FailureException(
                        "The bucket " + lake.bucket() + " was not made by the stack " + stack.stack()
                                + ": nothing was done.",
                        "Leave --delete-data out, and delete the bucket yourself if you mean to.");
        };
    }

    private void consent(DeployedResources standing, Optional<LakeLocation.Bucket> doomed, String region) {
        if (doomed.isPresent()) {
            String name = doomed.get().bucket();
            String typed = bucket != null
                    ? bucket
                    : questions.typed(
                            "This deletes the bucket " + name + " and everything in it, for good, and the stack "
                                    + stack.stack() + " in " + region + ".\nType the bucket's name to go ahead: ");
            if (!typed.strip().equals(name)) {
                throw new FailureException("That is not the name of the bucket, " + name + ".", "Nothing was done.");
            }
        } else if (!yes
                && !questions.confirmed(
                        "Take the stack " + stack.stack() + " in " + region + " away?" + staying(standing))) {
            throw new FailureException("Nothing was done.", "The stack " + stack.stack() + " stays.");
        }
    }

    private void tell(DeployedResources standing, Optional<LakeLocation.Bucket> doomed, String region) {
        if (options.json()) {
            var members = new LinkedHashMap<String, Object>();
            members.put("stack", stack.stack());
            members.put("region", region);
            doomed.ifPresent(lake -> members.put("deletedLake", lake.toString()));
            options.terminal().out().println(JSON.std.asString(members));
        } else {
            options.terminal()
                    .out()
                    .println(stack.stack() + " is gone from " + region + "."
                            + doomed.map(lake -> " So is the bucket " + lake.bucket() + ".")
                                    .orElse(staying(standing)));
        }
    }

    private static String staying(DeployedResources standing) {
        return standing.lake() instanceof DeployedResources.OthersLake(var lake)
                ? " The lake " + lake + " stays; --delete-data deletes it too, if the stack has made it."
                : "";
    }
}
