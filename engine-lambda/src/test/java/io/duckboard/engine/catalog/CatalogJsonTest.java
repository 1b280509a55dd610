package io.duckboard.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A written catalog is read back unchanged, and a damaged one is never partly read. */
class CatalogJsonTest {

    @Test
    void readsWhatItWrote() {
        var catalog = new Catalog(List.of(new Catalog.Table(
                "trips_by_day",
                Catalog.Kind.DATASET,
                List.of(new Catalog.File("partitioned/date=2019-04-01/data_0.parquet", 123, "abc")),
                List.of("date"),
                List.of(new Catalog.Field("date", "DATE", "Day of the pickup")),
                330,
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of("trips"))));

        assertThat(CatalogJson.read(CatalogJson.write(catalog))).isEqualTo(catalog);
    }

    @Test
    void saysWhereAFileLiesOnlyIfThatIsNotTheLake() {
        var lake = new Catalog.File("dataset/a.parquet", 1, "v");
        var workspace = new Catalog.File("dataset/b.parquet", 1, "v", Catalog.Place.WORKSPACE);
        var catalog = new Catalog(List.of(new Catalog.Table(
                "both",
                Catalog.Kind.DATASET,
                List.of(lake, workspace),
                List.of(),
                List.of(),
                2,
                Instant.EPOCH,
                List.of())));

        byte[] json = CatalogJson.write(catalog);

        assertThat(new String(json, StandardCharsets.UTF_8)).containsOnlyOnce("place");
        assertThat(CatalogJson.read(json)).isEqualTo(catalog);
    }

    @Test
    void remembersWhichFilesOfItsOwnNoTableHasAnyMore() {
        Instant built = Instant.parse("2026-01-01T00:00:00Z");
        Instant now = Instant.parse("2026-01-02T00:00:00Z");
        var theirs = new Catalog.File("dataset/theirs.parquet", 1, "v");
        var own = new Catalog.File("dataset/own.parquet", 1, "v");
        var shared = new Catalog.File("dataset/shared.parquet", 1, "v");
        var catalog = new Catalog(List.of(
                table("found", Instant.EPOCH, theirs), table("old", built, own, shared), table("new", built, shared)));
        Predicate<Catalog.File> isOwn = file -> !file.equals(theirs);

        Catalog next = catalog.replacedBy(List.of(table("new", built, shared)), isOwn, now);

        assertThat(next.retired()).containsExactly(new Catalog.Retired(own, now));
        assertThat(CatalogJson.read(CatalogJson.write(next))).isEqualTo(next);
        assertThat(next.replacedBy(List.of(table("again", built, own)), isOwn, now)
                        .retired())
                .extracting(retired -> retired.file().path())
                .containsExactly("dataset/shared.parquet");
    }

    private static Catalog.Table table(String name, Instant builtAt, Catalog.File... files) {
        return new Catalog.Table(
                name, Catalog.Kind.DATASET, List.of(files), List.of(), List.of(), 1, builtAt, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{}", "{\"version\": 0, \"tables\": []}", "{\"version\": 1, \"tables\": [{}]}"})
    void refusesADamagedCatalog(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("catalog.json");
    }

    @Test
    void readsTheFormatBeforeAndTellsIt() {
        byte[] before = "{\"version\": 1, \"tables\": []}".getBytes(StandardCharsets.UTF_8);

        Catalog catalog = CatalogJson.read(before);

        assertThat(catalog.format()).isEqualTo(1);
        assertThat(catalog.inNewestFormat()).isEqualTo(new Catalog(List.of()));
        assertThat(catalog.replacedBy(List.of(), _ -> true, Instant.EPOCH).format())
                .isEqualTo(Catalog.FORMAT);
    }

    @Test
    void letsTablesOfSeveralFilesBeReadAnewThatWereMadeFromTheFirst() {
        var one = new Catalog.File("a.parquet", 1, "v");
        var other = new Catalog.File("b.parquet", 1, "v");
        Catalog.Table found = table("found", Instant.EPOCH, one, other);
        Catalog.Table single = table("single", Instant.EPOCH, one);
        Catalog.Table built = table("built", Instant.parse("2026-01-01T00:00:00Z"), one, other);
        List<Catalog.Table> tables = List.of(found, single, built);

        Catalog before = CatalogJson.read(
                CatalogJson.write(new Catalog(tables, List.of(), List.of(), List.of(), Catalog.FORMAT - 1)));

        assertThat(before.tables().getFirst().files())
                .extracting(Catalog.File::version)
                .containsOnly(Catalog.File.UNKNOWN);
        assertThat(before.tables().subList(1, 3)).containsExactly(single, built);
        assertThat(CatalogJson.read(CatalogJson.write(new Catalog(tables))).tables())
                .isEqualTo(tables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_duckboard/results/x.parquet", "_DUCKBOARD/x.parquet", "a/_duckboard/results/x.parquet"})
    void namesNothingThatIsPrivate(String path) {
        Instant built = Instant.parse("2026-01-01T00:00:00Z");
        byte[] json = CatalogJson.write(new Catalog(List.of(table("t", built, new Catalog.File(path, 1, "v")))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogJson.read(json))
                .withMessageContaining("which is private");
    }

    @Test
    void saysOfANewerCatalogThatNothingIsWrongWithIt() {
        byte[] newer = "{\"version\": 4, \"tables\": 7}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(NewerFormatException.class)
                .isThrownBy(() -> CatalogJson.read(newer))
                .withMessage("catalog.json has format 4, of a newer Duckboard; this one knows formats up to 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.parquet", "/etc/passwd", "a//b", "a?b", "a/../b", ""})
    void refusesAPathThatLeavesTheLake(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Catalog.File(path, 0, ""));
    }
}
