package io.duckboard.board.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.LakeLocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the dashboards are depends on what somebody has named, and else on the lake. */
class DashboardsSettingsTest {

    private static final Path HOME = Path.of("/home/me/.duckboard").toAbsolutePath();
    private static final LakeLocation SAMPLE =
            LakeLocation.parse(HOME.resolve("lake").toString());
    private static final Map<String, String> SHIPPED = Map.of("DUCKBOARD_SHIPPED_DASHBOARDS", "/opt/dashboards");

    @Test
    void theSampleHasThoseThatComeAlong() {
        assertThat(DashboardsSettings.of(SHIPPED, HOME, SAMPLE).folder()).isEqualTo(Path.of("/opt/dashboards"));
    }

    @Test
    void anotherLakeHasThoseOfTheHome() {
        assertThat(DashboardsSettings.of(SHIPPED, HOME, LakeLocation.parse("s3://lake"))
                        .folder())
                .isEqualTo(HOME.resolve("dashboards"));
    }

    @Test
    void aNamedFolderIsTakenForAnyLake() {
        var named = new HashMap<>(SHIPPED);
        named.put("DUCKBOARD_DASHBOARDS", "/srv/boards");

        assertThat(DashboardsSettings.of(named, HOME, SAMPLE).folder()).isEqualTo(Path.of("/srv/boards"));
    }
}
