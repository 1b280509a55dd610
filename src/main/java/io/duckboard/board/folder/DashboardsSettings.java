package io.duckboard.board.folder;

import io.duckboard.engine.catalog.LakeLocation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Says where the dashboards are.
 *
 * @param dashboards the folder, if somebody has named one
 * @param shipped the folder that comes with Duckboard, if that is known; its dashboards are about the sample
 * @param home the folder of Duckboard's own data on this machine
 * @param lake the lake that is asked
 */
public record DashboardsSettings(Optional<Path> dashboards, Optional<Path> shipped, Path home, LakeLocation lake) {

    /** Names the folder of dashboards. */
    public static final String VARIABLE = "DUCKBOARD_DASHBOARDS";

    /** Where {@code bin/duckboard} says which folder comes with Duckboard. */
    public static final String SHIPPED_VARIABLE = "DUCKBOARD_SHIPPED_DASHBOARDS";

    private static final String FOLDER = "dashboards";

    /** @param environment the process's variables */
    public static DashboardsSettings of(Map<String, String> environment, Path home, LakeLocation lake) {
        return new DashboardsSettings(folder(environment, VARIABLE), folder(environment, SHIPPED_VARIABLE), home, lake);
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(named -> !named.isBlank())
                .map(Path::of);
    }

    public Path folder() {
        return dashboards.or(() -> shipped.filter(_ -> isSample())).orElseGet(() -> home.resolve(FOLDER));
    }

    /** The lake in the home is filled with the sample at the first start. */
    private boolean isSample() {
        return lake.toString()
                .equals(LakeLocation.parse(home.resolve("lake").toString()).toString());
    }
}
