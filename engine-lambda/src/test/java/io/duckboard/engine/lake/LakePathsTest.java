package io.duckboard.engine.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files of the tables are known by their whole paths, each in its place. */
class LakePathsTest {

    private static final LakeLocation LAKE = LakeLocation.parse("s3://lake/one");
    private static final LakeLocation WORKSPACE = LakeLocation.parse("s3://work");
    private static final Catalog.File OF_LAKE = new Catalog.File("d/a b.parquet", 0, "");
    private static final Catalog.File OF_WORKSPACE = new Catalog.File("d/c d.parquet", 0, "", Catalog.Place.WORKSPACE);

    @Test
    void keepsLakeAndWorkspaceApart() {
        var paths = LakePaths.of(LAKE, WORKSPACE);
        paths.list(catalog(OF_LAKE, OF_WORKSPACE));

        assertThat(paths.isListed("s3://lake/one/d/a b.parquet")).isTrue();
        assertThat(paths.isListed("s3://work/d/c d.parquet")).isTrue();
        assertThat(paths.isListed("s3://lake/one/d/c d.parquet")).isFalse();
        assertThat(paths.isListed("s3://work/d/a b.parquet")).isFalse();
        assertThat(paths.isListed("s3://lake/two/d/a b.parquet")).isFalse();
        assertThat(paths.isListed("d/a b.parquet")).isFalse();
    }

    @Test
    void findsBothInALakeThatIsItsOwnWorkspace() {
        var paths = LakePaths.of(LAKE, LAKE);
        paths.list(catalog(OF_LAKE, OF_WORKSPACE));

        assertThat(paths.isListed("s3://lake/one/d/a b.parquet")).isTrue();
        assertThat(paths.isListed("s3://lake/one/d/c d.parquet")).isTrue();
    }

    @Test
    void knowsTheFilesOfTheNewestCatalogAlone() {
        var paths = new LakePaths(LAKE);
        assertThat(paths.isListed("s3://lake/one/d/a b.parquet")).isFalse();

        paths.list(catalog(OF_LAKE));
        assertThat(paths.isListed("s3://lake/one/d/a b.parquet")).isTrue();

        paths.list(catalog(OF_WORKSPACE));
        assertThat(paths.isListed("s3://lake/one/d/a b.parquet")).isFalse();
        assertThat(paths.isListed("s3://lake/one/d/c d.parquet")).isTrue();
    }

    private static Catalog catalog(Catalog.File... files) {
        return new Catalog(List.of(new Catalog.Table(
                "t", Catalog.Kind.DATASET, List.of(files), List.of(), List.of(), 0, Instant.EPOCH, List.of())));
    }
}
