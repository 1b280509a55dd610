package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.lake.store.Creation.State;
import io.duckboard.lake.store.Creation.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Creating a lake works, also if it exists already. If a store cannot do a step, that is reported and stops nothing.
 */
@Tag("s3")
class CreationTest {

    private final S3Server server = new S3Server();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makesAFolderOnceAndLeavesNothingInIt(@TempDir Path home) throws IOException {
        var lake = new LakeLocation.Folder(home.resolve("a/lake"));

        assertThat(Creation.of(lake, Map.of()).steps()).extracting(Step::state).containsExactly(State.MADE);
        assertThat(Creation.of(lake, Map.of()).steps()).extracting(Step::state).containsExactly(State.THERE);
        try (var files = Files.list(lake.path().resolve("_duckboard/staging"))) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly(".lock");
        }
    }

    @Test
    void makesABucketOnceAndSaysWhatTheStoreDoesNotKnow() {
        Creation first = create("s3://new-lake/below");
        Creation second = create("s3://new-lake/below");

        assertThat(first.steps().getFirst()).isEqualTo(new Step(State.MADE, "Bucket new-lake in eu-west-1"));
        assertThat(second.steps().getFirst()).isEqualTo(new Step(State.THERE, "Bucket new-lake"));
        assertThat(first.steps()).hasSize(5);
    }

    @Test
    void saysThatABucketIsSomebodyElses() {
        server.network().spoil("HEAD /theirs", 1, new Fault.Refusal(403, "", ""));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> create("s3://theirs"))
                .withMessageContaining("is somebody else's");
    }

    @Test
    void saysThatABucketOfThatNameHasJustBeenTaken() {
        server.network().spoil("PUT /theirs", 1, new Fault.Refusal(409, "", "BucketAlreadyExists"));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> create("s3://theirs"))
                .withMessageContaining("is somebody else's");
    }

    @Test
    void namesTheRegionThatABucketLiesIn() {
        server.network().spoil("HEAD /far", 1, new Fault.Refusal(301, "x-amz-bucket-region: ap-south-1", ""));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> create("s3://far"))
                .satisfies(failure -> assertThat(failure.hint()).contains("AWS_REGION=ap-south-1"));
    }

    @Test
    void goesOnWithoutTheRightToSeeSettings() {
        server.network().spoilAll("?publicAccessBlock", new Fault.Refusal(403, "", "AccessDenied"));

        assertThat(create("s3://new-lake").steps())
                .contains(
                        new Step(State.REFUSED, "Public access: these AWS credentials have no right to see or set it"));
    }

    private Creation create(String lake) {
        return Creation.of(LakeLocation.parse(lake), server.environment());
    }
}
