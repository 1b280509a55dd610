package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files become one table by the names of their columns, and no value of any of them changes. */
class UnitedFilesTest {

    @TempDir
    private Path files;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        18446744073709551615::UBIGINT | -1::BIGINT           | DECIMAL(38,0) | 18446744073709551615;-1
        1::BIGINT                     | 1.5::DOUBLE          | DOUBLE        | 1.0;1.5
        1::INTEGER                    | 1.5::DECIMAL(3,1)    | DECIMAL(11,1) | 1.0;1.5
        NULL::INTEGER                 | 'x'                  | VARCHAR       | null;x
        NULL                          | {'a': 1}             | STRUCT(a INTEGER) | null;{'a': 1}
        {'a': 1}                      | {'a': 2, 'b': 'x'}   | STRUCT(a INTEGER, b VARCHAR) \
        | {'a': 1, 'b': NULL};{'a': 2, 'b': x}
        DATE '2024-01-31'             | TIMESTAMP '2024-02-01 10:00' | TIMESTAMP \
        | 2024-01-31 00:00:00;2024-02-01 10:00:00
        """)
    void ofParquetHaveATypeThatHoldsAll(String one, String other, String type, String values) {
        Added added = Added.of(files, ReadOptions.NONE, parquet("a", one), parquet("b", other));

        assertThat(added.columns()).containsExactly("v " + type);
        assertThat(added.column(0)).extracting(String::valueOf).containsExactly(values.split(";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        9007199254740993::BIGINT | 0.5::DOUBLE                      | which would change 9007199254740993
        TIMESTAMP '9999-12-31'   | TIMESTAMP_NS '2024-01-01'        | which would change 9999-12-31
        1::BIGINT                | 'x'                              | is BIGINT in
        1::DECIMAL(38,0)         | 0.1::DECIMAL(38,38)              | is DECIMAL(38,0) in
        true                     | 1                                | is BOOLEAN in
        """)
    void areRefusedIfNoneDoes(String one, String other, String reason) {
        assertThatThrownBy(() -> Added.of(files, ReadOptions.NONE, parquet("a", one), parquet("b", other)))
                .isInstanceOf(FailureException.class)
                .hasMessageStartingWith("Column v is ")
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(((FailureException) e).hint()).contains("--types 'v=VARCHAR'"));

        Added text = Added.of(
                files,
                new Saying().type("v", "VARCHAR").options(),
                files.resolve("a.parquet"),
                files.resolve("b.parquet"));
        assertThat(text.columns()).containsExactly("v VARCHAR");
        assertThat(text.column(0).getFirst())
                .isEqualTo(DuckDb.rows("SELECT CAST(v AS VARCHAR) FROM '" + files + "/a.parquet'")
                        .getFirst()
                        .getFirst());
    }

    @Test
    void mayLackColumnsAndHaveThemInAnyOrder() throws IOException {
        Path a = Files.writeString(files.resolve("a.csv"), "id,n\n1,10\n");
        Path b = Files.writeString(files.resolve("b.csv"), "x,N,id\ny,,2\n");
        Path c = Files.writeString(files.resolve("c.jsonl"), "{\"id\":3,\"n\":0.5}\n");

        Added added = Added.of(files, ReadOptions.NONE, a, b, c);

        assertThat(added.columns()).containsExactly("id BIGINT", "n DOUBLE", "x VARCHAR");
        assertThat(added.rows())
                .containsExactlyInAnyOrder(
                        Arrays.asList("1", "10.0", null),
                        Arrays.asList("2", null, "y"),
                        Arrays.asList("3", "0.5", null));
    }

    @Test
    void takeTheOthersTypeWhereTheyHaveNoValue() throws IOException {
        Path a = Files.writeString(files.resolve("a.csv"), "id,d\n1,\n");
        Path b = Files.writeString(files.resolve("b.csv"), "id,d\n2,2024-01-31\n");

        assertThat(Added.of(files, ReadOptions.NONE, a, b).columns()).containsExactly("id BIGINT", "d DATE");
    }

    @Test
    void areNumbersAndCodesOnlyIfThatIsSaid() throws IOException {
        Path a = Files.writeString(files.resolve("a.csv"), "zip\n01234\n");
        Path b = Files.writeString(files.resolve("b.csv"), "zip\n10001\n");

        assertThatThrownBy(() -> Added.of(files, ReadOptions.NONE, a, b))
                .hasMessageContaining("Column zip is VARCHAR in");
        assertThat(Added.of(files, new Saying().type("ZIP", "VARCHAR").options(), a, b)
                        .column(0))
                .containsExactly("01234", "10001");
    }

    @Test
    void haveTheKeysOfTheirFolders() throws IOException {
        for (String folder : List.of(
                "t/year=2023/code=01/d=2024-01-31",
                "t/year=2024/code=2/d=__HIVE_DEFAULT_PARTITION__",
                "t/year=2024/code=a%20b%2Fc/d=2024-02-01")) {
            Files.createDirectories(files.resolve(folder));
            DuckDb.run("COPY (SELECT 1 AS n, 7 AS year) TO '" + files.resolve(folder) + "/a.parquet'");
        }

        for (String name : List.of("/t", "/t/*/*/*/*.parquet", "/t/**/*.parquet")) {
            Added added = Added.of(files, ReadOptions.NONE, files + name);

            assertThat(added.columns()).containsExactly("n INTEGER", "year BIGINT", "code VARCHAR", "d DATE");
            assertThat(added.rows())
                    .containsExactlyInAnyOrder(
                            List.of("1", "2023", "01", "2024-01-31"),
                            Arrays.asList("1", "2024", "2", null),
                            List.of("1", "2024", "a b/c", "2024-02-01"));
        }
    }

    @Test
    void ofTextHaveTheKeysOfTheirFoldersToo() throws IOException {
        Path folder = Files.createDirectories(files.resolve("t/k=x"));
        Files.writeString(folder.resolve("a.csv"), "n\n1\n");

        assertThat(Added.of(files, ReadOptions.NONE, files + "/t").rows()).containsExactly(List.of("1", "x"));
    }

    @Test
    void mayBeVeryMany() throws IOException {
        for (int file = 0; file < 60; file++) {
            Path folder = Files.createDirectories(files.resolve("many/p=" + file));
            Files.writeString(folder.resolve("a.csv"), "n\n" + file + "\n");
        }

        Added added = Added.of(files, ReadOptions.NONE, files + "/many");

        assertThat(added.rows()).hasSize(60).allMatch(row -> row.get(0).equals(row.get(1)));
    }

    private Path parquet(String name, String value) {
        Path file = files.resolve(name + ".parquet");
        DuckDb.run("COPY (SELECT " + value + " AS v) TO '" + file + "'");
        return file;
    }
}
