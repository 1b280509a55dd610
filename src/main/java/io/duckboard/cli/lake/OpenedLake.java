package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.local.Workspace;
import io.duckboard.lake.tables.OpenLake;

/** Opens the lake that a command's options name. */
final class OpenedLake {

    private OpenedLake() {}

    /** @throws FailureException if the options name none */
    static OpenLake of(GlobalOptions options) {
        LakeLocation lake = options.lake();
        try {
            return OpenLake.open(
                    lake,
                    Workspace.of(lake, options.home(), options.environment()),
                    options.home(),
                    options.environment(),
                    options.clock(),
                    new ListingProgress(options.terminal(), options.clock()));
        } catch (IllegalArgumentException e) {
            throw new FailureException(String.valueOf(e.getMessage()), "See --help.", e);
        }
    }
}
