package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If no workspace is named, it is the lake if that can be written, and otherwise a folder in Duckboard's home. */
@Tag("s3")
class DefaultWorkspaceTest {

    /** No one can write there, not even the superuser. */
    private static final String READ_ONLY = "/proc/self";

    @TempDir
    private Path home;

    @Test
    void isTheLakeIfThatCanBeWritten() {
        var lake = new LakeLocation.Folder(home.resolve("lake"));
        assertThat(Workspace.of(lake, home, Map.of())).isEqualTo(lake);

        var there = new LakeLocation.Folder(home);
        assertThat(Workspace.of(there, home, Map.of())).isEqualTo(there);
    }

    @Test
    void isWhatTheEnvironmentNames() {
        var lake = new LakeLocation.Folder(home.resolve("lake"));

        assertThat(Workspace.of(lake, home, Map.of(Workspace.VARIABLE, "s3://mine/own")))
                .isEqualTo(LakeLocation.parse("s3://mine/own"));
        assertThat(Workspace.of(lake, home, Map.of(Workspace.VARIABLE, " "))).isEqualTo(lake);
    }

    @Test
    void liesInTheHomeForAFolderThatCannotBeWritten() {
        assertThat(Workspace.of(LakeLocation.parse(READ_ONLY), home, Map.of()))
                .isEqualTo(Workspace.inHome(LakeLocation.parse(READ_ONLY), home));
    }

    @Test
    void tellsLakesApart() {
        LakeLocation one = LakeLocation.parse("s3://one/data");
        LakeLocation other = LakeLocation.parse("s3://other/data");

        assertThat(Workspace.inHome(one, home)).isNotEqualTo(Workspace.inHome(other, home));
        assertThat(Workspace.inHome(one, home)).isEqualTo(Workspace.inHome(one, home));
        assertThat(Workspace.inHome(one, home).path().getParent()).isEqualTo(home.resolve("workspace"));
    }

    @Test
    void isABucketThatTakesWhatIsWrittenAndHasNothingOfTheQuestion(@TempDir Path empty) {
        try (var s3 = new S3Server().upload(empty, "mine")) {
            LakeLocation lake = LakeLocation.parse("s3://mine/lake");

            assertThat(Workspace.of(lake, home, s3.environment())).isEqualTo(lake);
            assertThat(s3.keys("mine", "")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 405})
    void liesInTheHomeForABucketThatRefuses(int status, @TempDir Path empty) {
        try (var s3 = new S3Server().upload(empty, "theirs")) {
            s3.network().spoilAll("PUT /", new Fault.Refusal(status, "", "AccessDenied"));
            LakeLocation lake = LakeLocation.parse("s3://theirs");

            assertThat(Workspace.of(lake, home, s3.environment())).isEqualTo(Workspace.inHome(lake, home));
        }
    }

    @Test
    void isTheBucketWhileTheStoreIsAway(@TempDir Path empty) {
        try (var s3 = new S3Server().upload(empty, "mine")) {
            s3.network().spoilAll("PUT /", new Fault.Refusal(503, "", "SlowDown"));
            LakeLocation lake = LakeLocation.parse("s3://mine");

            assertThat(Workspace.of(lake, home, s3.environment())).isEqualTo(lake);
        }
    }
}
