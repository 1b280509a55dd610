package io.duckboard.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is listed with whatever is in it, and nothing that is not in it. */
class FolderListingTest {

    @TempDir
    private Path folder;

    private Path lake = Path.of("");

    @BeforeEach
    void make() throws IOException {
        lake = Files.createDirectory(folder.resolve("lake"));
        put("sales/a.parquet");
        Files.createDirectory(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/secret.parquet"), "");
    }

    @Test
    void followsLinksThatEndInTheLake() throws IOException {
        Files.createSymbolicLink(lake.resolve("linked"), lake.resolve("sales"));
        Files.createSymbolicLink(lake.resolve("b.parquet"), Path.of("sales/a.parquet"));

        assertThat(list().files())
                .extracting(Catalog.File::path)
                .containsExactly("b.parquet", "linked/a.parquet", "sales/a.parquet");
    }

    @Test
    void tellsLinksThatLeadElsewhere() throws IOException {
        Files.createSymbolicLink(lake.resolve("out"), folder.resolve("outside"));
        Files.createSymbolicLink(lake.resolve("sales/out.parquet"), folder.resolve("outside/secret.parquet"));
        Files.createSymbolicLink(lake.resolve("gone.parquet"), Path.of("nowhere"));
        Files.createSymbolicLink(lake.resolve("sales/circle"), lake);
        put("x/.keep");
        put("y/.keep");
        Files.createSymbolicLink(lake.resolve("x/to_y"), lake.resolve("y"));
        Files.createSymbolicLink(lake.resolve("y/to_x"), lake.resolve("x"));
        put("_duckboard/results/1.parquet");
        Files.createSymbolicLink(lake.resolve("mine.parquet"), lake.resolve("_duckboard/results/1.parquet"));

        Listing listing = list();

        assertThat(listing.files())
                .extracting(Catalog.File::path)
                .containsExactlyInAnyOrder("sales/a.parquet", "x/.keep", "y/.keep", "x/to_y/.keep", "y/to_x/.keep");
        assertThat(listing.leftOut())
                .extracting(LeftOut::path)
                .containsExactlyInAnyOrder(
                        "out",
                        "sales/out.parquet",
                        "gone.parquet",
                        "sales/circle/",
                        "mine.parquet",
                        "x/to_y/to_x/",
                        "y/to_x/to_y/");
    }

    @Test
    void countsNothingTwiceThatALinkBesideItNames() throws IOException {
        put("days/day=1/a.parquet");
        Files.createSymbolicLink(lake.resolve("sales/latest.parquet"), Path.of("a.parquet"));
        Files.createSymbolicLink(lake.resolve("days/day=latest"), Path.of("day=1"));

        assertThat(list().files()).hasSize(2);
        assertThat(list().leftOut())
                .extracting(LeftOut::path)
                .containsExactlyInAnyOrder("sales/latest.parquet", "days/day=latest");
    }

    @Test
    void listsALakeThatIsALinkItself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), lake);

        assertThat(new FolderListing(link).list()).isEqualTo(list());
    }

    @Test
    void takesAnyName() throws IOException {
        put("Größe & Maß/100% (neu), a+b=c.parquet");
        put("a'b\"c;d`e/" + "x".repeat(200) + ".parquet");
        put("日本/[1]*.parquet");

        assertThat(list().leftOut()).isEmpty();
        assertThat(list().files()).hasSize(4);
    }

    @Test
    void tellsNamesThatDuckDbCannotRead() throws IOException {
        put("a?b.parquet");
        put("a\\b.parquet");
        put("a\nb.parquet");

        assertThat(list().files()).hasSize(1);
        assertThat(list().leftOut()).hasSize(3);
    }

    @Test
    void passesOverPrivateAndHiddenFolders() throws IOException {
        put("_temporary/0/a.parquet");
        put(".git/a.parquet");
        put("sales/_duckboard/results/a.parquet");
        put("results/a.parquet");

        assertThat(list().files()).hasSize(1);
        assertThat(list().leftOut()).extracting(LeftOut::path).containsExactly("results/");
    }

    private Listing list() throws IOException {
        return new FolderListing(lake).list();
    }

    private void put(String path) throws IOException {
        Files.createDirectories(lake.resolve(path).getParent());
        Files.writeString(lake.resolve(path), "some text");
    }
}
