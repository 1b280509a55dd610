package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statistics and bloom filters of Parquet files hide no row. Arrow wrote the files {@code nan/*.parquet} with 1.0, NaN
 * and NULL, and their statistics say that 1.0 is the greatest value.
 */
class PrunedRowsTest {

    private static final String THREE = "(VALUES (1.0::DOUBLE), ('nan'::DOUBLE), (NULL)) AS t(b)";

    private static final String MANY = """
            (SELECT unnest(list_concat(repeat([1.0::DOUBLE], 40), repeat(['nan'::DOUBLE], 10), repeat([-5.0], 40),
              repeat([NULL::DOUBLE], 5), repeat([2.5, 'nan'::DOUBLE], 20), repeat(['nan'::DOUBLE], 10))) AS b)""";

    private static final List<String> CONDITIONS = List.of(
            "b = 1.0",
            "b <> 1.0",
            "b > 1.0",
            "b >= 2",
            "b < 1.0",
            "b <= 1.0",
            "b = 'nan'::DOUBLE",
            "b >= 'nan'::DOUBLE",
            "b <> 'nan'::DOUBLE",
            "b IN (1.0, 2.0)",
            "b IN (3, 'nan'::DOUBLE)",
            "b NOT IN (1.0)",
            "b NOT IN (1.0, 2.0)",
            "NOT (b = 1.0)",
            "NOT b <= 1.0",
            "b BETWEEN 0 AND 'nan'::DOUBLE",
            "b IS DISTINCT FROM 1.0",
            "b IS NOT DISTINCT FROM 'nan'::DOUBLE",
            "isnan(b)",
            "b <> 1.0 AND b <> 2.0",
            "b <> 1.0 OR b > 7",
            "b > (SELECT 1.0)",
            "b = (SELECT 'nan'::DOUBLE)",
            "b IN (SELECT unnest(['nan'::DOUBLE, 7]))",
            "b NOT IN (SELECT 1.0)",
            "EXISTS (FROM (SELECT 'nan'::DOUBLE AS other) WHERE other = b)",
            "nullif(b, 'nan'::DOUBLE) IS NULL");

    private static final List<String> BLOBS = List.of(
            "A", "abc", " ", "\\x5C", "\\x00", "\\xFF", "\\xFF\\x00", "\\x80", "\\xC3\\xA9", "\\xDE\\xAD\\xBE\\xEF");

    private static final String ALL_BLOBS = "(SELECT unnest(["
            + String.join(", ", BLOBS.stream().map(PrunedRowsTest::blob).toList()) + "]) AS k FROM range(500))";

    private static InProcess engine;

    @BeforeAll
    static void open(@TempDir Path folder, @TempDir Path temporary) throws IOException {
        Files.createDirectories(folder.resolve("dataset"));
        for (String name : List.of("three", "many")) {
            try (InputStream file =
                    Objects.requireNonNull(TestLake.class.getResourceAsStream("nan/" + name + ".parquet"))) {
                Files.copy(file, folder.resolve("dataset/" + name + ".parquet"));
            }
        }
        TestLake lake = new TestLake(folder)
                .table("three", List.of("dataset/three.parquet"), List.of(), List.of())
                .table("many", List.of("dataset/many.parquet"), List.of(), List.of());
        for (String version : List.of("v1", "v2")) {
            String name = "blobs_" + version;
            lake.table(name, "FROM " + ALL_BLOBS, "PARQUET_VERSION " + version)
                    .table(
                            name,
                            List.of("dataset/" + name + ".parquet"),
                            List.of(),
                            List.of(new Catalog.Field("k", "BLOB", "")));
        }
        engine = new InProcess(lake, temporary);
    }

    static Stream<Arguments> conditions() {
        return CONDITIONS.stream()
                .flatMap(condition -> Stream.of(
                        Arguments.of("three", "b", condition, THREE), Arguments.of("many", "b", condition, MANY),
                        Arguments.of("three", "f", condition, THREE), Arguments.of("many", "f", condition, MANY)));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void findsNaN(String table, String column, String condition, String values) {
        assertThat(texts("SELECT count(*) FROM (SELECT " + column + " AS b FROM " + table + ") WHERE " + condition))
                .isEqualTo(DuckDb.rows("SELECT count(*) FROM " + values + " WHERE " + condition));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void countsNaNInAggregates(String table, String column, String condition, String values) {
        String aggregates = "SELECT min(b), max(b), count(DISTINCT b), sum(b), max(-b), arg_max(b, b) FROM ";

        assertThat(texts(aggregates + "(SELECT " + column + "::DOUBLE AS b FROM " + table + ") WHERE " + condition))
                .isEqualTo(DuckDb.rows("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (" + aggregates + values + " WHERE "
                        + condition + ")"));
    }

    static Stream<Arguments> blobs() {
        return BLOBS.stream()
                .flatMap(value -> Stream.of(Arguments.of("blobs_v1", value), Arguments.of("blobs_v2", value)));
    }

    @ParameterizedTest
    @MethodSource("blobs")
    void findsEveryBlob(String table, String value) {
        for (String condition : List.of(
                "k = %s",
                "k <> %s",
                "k < %s",
                "k >= %s",
                "k IN (%s)",
                "k IN (%s, 'nope'::BLOB)",
                "k NOT IN (%s)",
                "k IS NOT DISTINCT FROM %s",
                "k IN (SELECT %s)",
                "EXISTS (FROM (SELECT %s AS other) WHERE other = k)",
                "k = %s AND octet_length(k) > 0")) {
            String counted = " WHERE " + condition.formatted(blob(value));
            assertThat(texts("SELECT count(*) FROM " + table + counted))
                    .as(condition)
                    .isEqualTo(DuckDb.rows("SELECT count(*) FROM " + ALL_BLOBS + counted));
        }
    }

    @Test
    void showsBlobsAsBefore() {
        assertThat(texts("SELECT column_name, column_type FROM (DESCRIBE blobs_v1)"))
                .isEqualTo(List.of(List.of("k", "BLOB")));
        assertThat(texts("SELECT min(k), max(k), count(k), count(DISTINCT k) FROM blobs_v1"))
                .isEqualTo(DuckDb.rows("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (SELECT min(k), max(k), count(k),"
                        + " count(DISTINCT k) FROM " + ALL_BLOBS + ")"));
    }

    private static Object texts(String sql) {
        return engine.rows(Request.Query.of(sql).format(RowFormat.TEXTS)).rows();
    }

    private static String blob(String text) {
        return "'" + text + "'::BLOB";
    }
}
