package io.duckboard.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lake is a folder or a bucket with a prefix, and any other text is refused with a reason. */
class LakeLocationTest {

    @Test
    void readsABucketWithAndWithoutAPrefix() {
        assertThat(LakeLocation.parse("s3://my-lake")).isEqualTo(new LakeLocation.Bucket("my-lake", ""));
        assertThat(LakeLocation.parse("s3://my-lake/")).isEqualTo(new LakeLocation.Bucket("my-lake", ""));
        assertThat(LakeLocation.parse("s3://my-lake/a/b/")).isEqualTo(new LakeLocation.Bucket("my-lake", "a/b"));
    }

    @Test
    void readsAFolder() {
        assertThat(LakeLocation.parse("./a/../lake"))
                .isEqualTo(new LakeLocation.Folder(Path.of("lake").toAbsolutePath()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "s3:", "s3://", "s3://A_B", "s3://lake/a?b=c", "s3://lake/../other", "s3://lake/%2e"})
    void refusesWhatIsNeither(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LakeLocation.parse(text));
    }
}
