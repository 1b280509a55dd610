package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL can query what the catalog says about the tables, and this does not interfere with other names. */
class LakeSchemaTest {

    private TestLake lake;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        lake = new TestLake(folder)
                .table("zones", "SELECT 1 AS id, 'Astoria' AS zone")
                .partitioned(
                        "days",
                        "SELECT range AS n, DATE '2024-01-01' + range::INTEGER % 2 AS day FROM range(10)",
                        "day");
        engine = new InProcess(lake, temporary);
    }

    @Test
    void tellsOfTheTablesAndLeavesOpenWhatIsNotKnown() {
        assertThat(engine.rows("SELECT name, kind, rows, bytes, files, partitioned_by, built_at, problem "
                        + "FROM lake.tables ORDER BY name"))
                .containsExactly(
                        Arrays.asList("days", "dataset", null, null, 2, List.of("day"), null, null),
                        Arrays.asList("zones", "dataset", null, null, 1, List.of(), null, null));
    }

    @Test
    void tellsWhatTheCatalogKnows() throws IOException {
        publish(new Catalog.Table(
                "zones",
                Catalog.Kind.MODEL,
                List.of(new Catalog.File("dataset/zones.parquet", 321, "1")),
                List.of(),
                List.of(new Catalog.Field("zone", "VARCHAR", "It's a name")),
                1,
                Instant.parse("2024-05-06T07:08:09Z"),
                List.of("days")));

        assertThat(engine.rows("SELECT kind, rows, bytes, built_at::VARCHAR, built_from FROM lake.tables"))
                .containsExactly(List.of("model", 1, 321, "2024-05-06 07:08:09+00", List.of("days")));
        assertThat(engine.rows("SELECT position, name, type, description FROM lake.columns ORDER BY position"))
                .containsExactly(Arrays.asList(1, "id", "INTEGER", null), List.of(2, "zone", "VARCHAR", "It's a name"));
    }

    @Test
    void tellsOfColumnsAndPartitions() {
        assertThat(engine.rows("SELECT name, type, is_partition FROM lake.columns WHERE table_name = 'days' "
                        + "ORDER BY position"))
                .containsExactly(List.of("n", "BIGINT", false), List.of("day", "DATE", true));
        assertThat(engine.rows("SELECT * FROM lake.partitions ORDER BY partition"))
                .containsExactly(
                        Arrays.asList("days", "day=2024-01-01", 1, null),
                        Arrays.asList("days", "day=2024-01-02", 1, null));
    }

    @Test
    void tellsOfTheExactFiles() {
        assertThat(engine.rows("SELECT table_name, place, path FROM lake.files ORDER BY path"))
                .containsExactly(
                        List.of("zones", "lake", "dataset/zones.parquet"),
                        List.of("days", "lake", "days/day=2024-01-01/data_0.parquet"),
                        List.of("days", "lake", "days/day=2024-01-02/data_0.parquet"));
    }

    @Test
    void followsTheCatalog() {
        assertThat(engine.rows("SELECT count(*) FROM \"lake\".\"tables\"")).containsExactly(List.of(2));

        lake.table("more", "SELECT 1 AS one");

        assertThat(engine.rows("SELECT count(*) FROM LAKE.TABLES")).containsExactly(List.of(3));
    }

    @Test
    void saysWhichTableIsBrokenAndWhy() throws IOException {
        Files.delete(lake.root().resolve("dataset/zones.parquet"));

        List<List<Object>> problems =
                engine.rows("SELECT name, problem FROM lake.tables WHERE problem IS NOT NULL").stream()
                        .map(List::<Object>copyOf)
                        .toList();

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().getFirst()).isEqualTo("zones");
        assertThat(problems.getFirst().getLast().toString())
                .contains("zones cannot be read")
                .doesNotContain(lake.root().toString());
    }

    @Test
    void hasNoTablesOfAnEmptyLake(@TempDir Path empty, @TempDir Path temporary) {
        var nothing = new InProcess(new TestLake(empty), temporary);

        assertThat(nothing.rows("SELECT * FROM lake.tables")).isEmpty();
        assertThat(nothing.rows("SELECT * FROM lake.columns")).isEmpty();
        assertThat(nothing.rows("SELECT * FROM lake.partitions")).isEmpty();
    }

    @Test
    void leavesShowTablesToTheLakesOwn() {
        engine.rows("SELECT * FROM lake.tables");

        assertThat(engine.rows("SHOW TABLES")).containsExactly(List.of("days"), List.of("zones"));
        assertThat(engine.problem("FROM tables").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    }

    @Test
    void standsBesideATableThatIsNamedLake() {
        lake.table("lake", "SELECT 7 AS tables");

        assertThat(engine.rows("SELECT lake.tables FROM lake")).containsExactly(List.of(7));
        assertThat(engine.rows("SELECT count(*) FROM lake.tables")).containsExactly(List.of(3));
    }

    private void publish(Catalog.Table... tables) throws IOException {
        Path staged = Files.createTempFile(lake.root(), "catalog", ".new");
        Files.write(staged, CatalogJson.write(new Catalog(List.of(tables))));
        Files.move(staged, lake.root().resolve(Catalog.FILE), StandardCopyOption.REPLACE_EXISTING);
    }
}
