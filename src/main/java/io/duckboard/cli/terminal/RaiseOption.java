package io.duckboard.cli.terminal;

import io.duckboard.engine.catalog.FormatRise;
import picocli.CommandLine.Option;

/** The option of commands that publish, which lets them raise the lake's format. */
public final class RaiseOption {

    @Option(
            names = "--raise-format",
            description = "Publish in the newest format of the catalog even where an older engine that is deployed over"
                    + " the lake would refuse it from then on. DUCKBOARD_RAISE_FORMAT=true.")
    private boolean given;

    public FormatRise rise(GlobalOptions options) {
        return given ? FormatRise.ALLOWED : FormatRise.of(options.environment());
    }
}
