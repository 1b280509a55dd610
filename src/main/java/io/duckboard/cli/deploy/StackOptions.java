package io.duckboard.cli.deploy;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.deploy.DeployOptions;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which stack a command works on. */
final class StackOptions {

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description =
                    "The CloudFormation stack, and the beginning of its functions' names. Default: ${DEFAULT-VALUE}.")
    private String stack = DeployOptions.DEFAULT_STACK;

    String stack() {
        return stack;
    }

    /** @throws FailureException if a folder was named */
    static Optional<LakeLocation.Bucket> lake(GlobalOptions options) {
        if (!options.namesLake()) {
            return Optional.empty();
        }
        return switch (options.lake()) {
            case LakeLocation.Bucket bucket -> Optional.of(bucket);
            case LakeLocation.Folder folder ->
                throw new FailureException(
                        "Functions on AWS cannot read the folder " + folder + ".",
                        "Name a bucket, --lake s3://bucket, or unset DUCKBOARD_LAKE for one of the stack's own.");
        };
    }
}
