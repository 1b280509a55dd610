package io.duckboard.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of one table have the columns of all of them, and no value changes. */
class UnitedColumnsTest {

    @TempDir
    private Path lake;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1::INTEGER AS v                    | 2::BIGINT AS v                         | v BIGINT
                    18446744073709551615::UBIGINT AS v | -1::BIGINT AS v                        | v HUGEINT
                    1::BIGINT AS v                     | 0.5::DOUBLE AS v                       | v DOUBLE
                    9007199254740992::BIGINT AS v      | 0.5::DOUBLE AS v                       | v DOUBLE
                    1.25::DECIMAL(5,2) AS v            | 3::INTEGER AS v                        | v DECIMAL(12,2)
                    NULL::INTEGER AS v                 | 'x' AS v                               | v VARCHAR
                    NULL::INTEGER AS v                 | {'a': 1} AS v                          | v STRUCT(a INTEGER)
                    NULL::BIGINT AS v                  | DATE '2024-01-01' AS v                 | v DATE
                    DATE '2024-01-01' AS v             | TIMESTAMP '2024-01-01 10:00:00' AS v   | v TIMESTAMP
                    {'a': 1} AS v                      | {'A': 2, 'b': 'x'} AS v                | v STRUCT(a INTEGER, b VARCHAR)
                    1 AS Fee                           | 2 AS fee                               | Fee INTEGER
                    1::BIGINT AS v WHERE false         | 0.5::DOUBLE AS v                       | v DOUBLE
                    1 AS old                           | 2 AS new                               | old INTEGER, new INTEGER
                    [1] AS v                           | [2::BIGINT] AS v                       | v BIGINT[]
                    1 AS v                             | 'x' AS v                               | v VARCHAR
                    TIMESTAMP '2024-01-01' AS v        | '2024-01-01'::TIMESTAMP_NS AS v        | v TIMESTAMP_NS
                    """)
    void unites(String one, String other, String columns) throws IOException {
        assertThat(described(table(one, other))).isEqualTo(columns);
        assertThat(described(table(other, one)).toLowerCase(Locale.ROOT).split(", "))
                .containsExactlyInAnyOrder(columns.toLowerCase(Locale.ROOT).split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    9007199254740993::BIGINT AS v | 0.5::DOUBLE AS v
                    -9007199254740993::BIGINT AS v | 0.5::DOUBLE AS v
                    9007199254740993::BIGINT AS V | 0.5::DOUBLE AS v
                    1 AS v                        | {'a': 1} AS v
                    'x'::BLOB AS v                | 'x' AS v
                    1 AS v                        | DATE '2024-01-01' AS v
                    true AS v                     | 1 AS v
                    TIMESTAMP '9999-12-31' AS v   | '2024-01-01'::TIMESTAMP_NS AS v
                    """)
    void tellsWhatDoesNotGoTogether(String one, String other) throws IOException {
        LeftOut leftOut = catalog(one, other).leftOut().getFirst();

        assertThat(leftOut.path()).isEqualTo("t/");
        assertThat(leftOut.reason()).containsIgnoringCase("v is").contains("t/part-0.parquet", "t/part-1.parquet");
    }

    private static String described(Table table) {
        return table.columns().stream().map(UnitedColumnsTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Field column) {
        return column.name() + " " + column.type();
    }

    private Table table(String one, String other) throws IOException {
        Catalog catalog = catalog(one, other);
        assertThat(catalog.leftOut()).isEmpty();
        return catalog.tables().getFirst();
    }

    private Catalog catalog(String one, String other) throws IOException {
        Files.createDirectories(lake.resolve("t"));
        DuckDb.run("COPY (SELECT " + one + ") TO '" + lake + "/t/part-0.parquet' (FORMAT parquet)");
        DuckDb.run("COPY (SELECT " + other + ") TO '" + lake + "/t/part-1.parquet' (FORMAT parquet)");
        return new Discovery(new FolderMetadata(lake), "lake")
                .catalog(new FolderListing(lake).list().files(), new Catalog(List.of()));
    }
}
