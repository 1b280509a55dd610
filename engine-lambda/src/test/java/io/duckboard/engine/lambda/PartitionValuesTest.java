package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partition has the value that its writer meant, whatever the value is. */
class PartitionValuesTest {

    @TempDir
    private Path lake;

    @TempDir
    private Path temporary;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = temporary.resolve("one.parquet");
        DuckDb.run("COPY (SELECT 1 AS one) TO '" + file + "' (FORMAT parquet)");
    }

    @Test
    void readsBackWhatDuckDbWritesForAnyText() {
        var random = new Random(19);
        String signs = "aZ09 %+=&,;:'\"()[]{}*?#@!~$^_-./\\äßé日😀\u00a0";
        var values =
                new ArrayList<String>(List.of("a=b", "=", "100%", "%20", "%zz", " ", "New York", "NaN", "-0", "1e3"));
        for (int i = 0; i < 150; i++) {
            var value = new StringBuilder();
            for (int j = 0; j <= random.nextInt(8); j++) {
                int at = random.nextInt(signs.codePointCount(0, signs.length()));
                value.appendCodePoint(signs.codePointAt(signs.offsetByCodePoints(0, at)));
            }
            values.add(value.toString());
        }
        List<String> distinct = values.stream()
                .filter(value -> !value.equalsIgnoreCase("null"))
                .distinct()
                .toList();
        String rows = String.join(
                ", ",
                distinct.stream()
                        .map(value -> "('" + value.replace("'", "''") + "')")
                        .toList());
        DuckDb.run("COPY (SELECT v, v AS k FROM (VALUES " + rows + ") t(v)) TO '" + lake
                + "/t' (FORMAT parquet, PARTITION_BY (k))");

        InProcess engine = engine();

        assertThat(engine.rows("SELECT v, k FROM t WHERE v IS DISTINCT FROM k")).isEmpty();
        assertThat(engine.rows("SELECT count(*), count(DISTINCT k) FROM t"))
                .containsExactly(List.of(distinct.size(), distinct.size()));
        for (String value : distinct.subList(0, 20)) {
            assertThat(engine.rows("SELECT v FROM t WHERE k = '" + value.replace("'", "''") + "'"))
                    .containsExactly(List.of(value));
        }
    }

    @Test
    void readsWhatOthersWriteWithoutCodes() throws IOException {
        Map<String, @Nullable String> values = new HashMap<>();
        for (String plain : List.of("a=b", "x", "a+b", "%zz", "100%", "(x), y", "o'x", "[1]", "a*b", "äöü")) {
            values.put(plain, plain);
        }
        values.put("New%20York", "New York");
        values.put("a%2Fb", "a/b");
        values.put("__HIVE_DEFAULT_PARTITION__", null);
        for (String raw : values.keySet()) {
            put("t/k=" + raw + "/x.parquet");
        }

        List<List<@Nullable Object>> rows = engine().rows("SELECT k FROM t");

        assertThat(rows)
                .extracting(row -> Optional.ofNullable(row.getFirst()))
                .containsExactlyInAnyOrderElementsOf(values.values().stream()
                        .map(value -> Optional.<Object>ofNullable(value))
                        .toList());
    }

    @Test
    void knowsTheTypesThatHoldEveryValue() throws IOException {
        for (String path : List.of(
                "padded/k=0012",
                "padded/k=12",
                "days/k=2024-01-31",
                "days/k=__HIVE_DEFAULT_PARTITION__",
                "numbers/k=9",
                "numbers/k=10",
                "numbers/k=-3",
                "mixed/k=1",
                "mixed/k=one",
                "nodays/k=2024-02-31",
                "large/k=99999999999999999999",
                "nothing/k=__HIVE_DEFAULT_PARTITION__",
                "minus/k=-0")) {
            put(path + "/x.parquet");
        }
        InProcess engine = engine();

        assertThat(engine.rows("SELECT table_name, data_type FROM information_schema.columns "
                        + "WHERE column_name = 'k' AND table_schema = 'main' ORDER BY table_name"))
                .extracting(row -> row.getFirst() + " " + row.get(1))
                .containsExactly(
                        "days DATE",
                        "large VARCHAR",
                        "minus VARCHAR",
                        "mixed VARCHAR",
                        "nodays VARCHAR",
                        "nothing VARCHAR",
                        "numbers BIGINT",
                        "padded VARCHAR");
        assertThat(engine.rows("SELECT max(k) FROM numbers")).containsExactly(List.of(10));
        assertThat(engine.rows("SELECT count(DISTINCT k) FROM padded")).containsExactly(List.of(2));
    }

    @Test
    void unitesKeysOfAnyCaseAndDepth() throws IOException {
        put("t/Year=2023/month=1/x.parquet");
        put("t/year=2024/month=2/x.parquet");
        put("t/year=2025/x.parquet");
        put("t/loose.parquet");

        assertThat(engine().rows("SELECT year, month FROM t ORDER BY year NULLS FIRST"))
                .extracting(Objects::toString)
                .containsExactly("[null, null]", "[2023, 1]", "[2024, 2]", "[2025, null]");
    }

    @Test
    void takesNoFolderAboveTheLakeForAPartition() throws IOException {
        put("env=prod/lake/t/k=1/x.parquet");
        var settings = new EngineSettings(
                new LakeLocation.Folder(lake.resolve("env=prod/lake")), 1024, temporary, Optional.empty());

        assertThat(new InProcess(settings).rows("DESCRIBE t"))
                .extracting(List::getFirst)
                .containsExactly("one", "k");
    }

    @Test
    void readsAColumnThatHasTheNameOfAKeyAbove() throws IOException {
        file = temporary.resolve("year.parquet");
        DuckDb.run("COPY (SELECT 1999 AS year) TO '" + file + "' (FORMAT parquet)");
        put("wh/year=2024/orders/month=1/x.parquet");
        put("wh/year=2024/orders/month=2/x.parquet");

        assertThat(engine().rows("SELECT year, month FROM orders ORDER BY month"))
                .containsExactly(List.of(1999, 1), List.of(1999, 2));
        assertThat(engine().rows("DESCRIBE orders")).hasSize(2);
    }

    @Test
    void readsAFileOfAnyName() throws IOException {
        List<String> names = List.of(
                "Größe & Maß.parquet",
                "100% (neu), a+b.parquet",
                "a'b\"c;d`e.parquet",
                "x".repeat(200) + ".parquet",
                "report[1].parquet",
                "stars*.parquet",
                "a=b.parquet",
                "日本.parquet",
                "#1.parquet",
                "~$x.parquet");
        for (String name : names) {
            put("t/" + name);
            put(name);
        }

        InProcess engine = engine();

        assertThat(engine.rows("SELECT sum(one)::BIGINT FROM t")).containsExactly(List.of(names.size()));
        assertThat(engine.rows("FROM lake.left_out")).isEmpty();
        for (List<@Nullable Object> table : engine.rows("SELECT name FROM lake.tables")) {
            assertThat(engine.rows("SELECT count(*) FROM " + table.getFirst())).hasSize(1);
        }
    }

    private InProcess engine() {
        return new InProcess(new EngineSettings(new LakeLocation.Folder(lake), 1024, temporary, Optional.empty()));
    }

    private void put(String path) throws IOException {
        Files.createDirectories(lake.resolve(path).getParent());
        Files.copy(file, lake.resolve(path));
    }
}
