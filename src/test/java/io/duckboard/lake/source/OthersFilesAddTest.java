package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.OthersLakes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other writers have the values that {@code others/README.md} has, or are refused with the reason. */
class OthersFilesAddTest {

    @TempDir
    private static Path files;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void unpack() {
        OthersLakes.files(files);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        u1.parquet u2.parquet           | 18446744073709551615;1;-1;9007199254740993
        bigints.jsonl                   | 18446744073709551615;1
        snowflake.jsonl                 | 9007199254740993;9223372036854775807
        mixnum.jsonl                    | 9007199254740993.0;0.5
        report[1].csv                   | report[1]
        stars*.csv                      | stars*
        plus[a].csv                     | plus[a]
        structs1.parquet structs2.parquet | {'a': 1, 'b': NULL};{'a': 2, 'b': x}
        nullcol.parquet textcol.parquet | null;x
        hugeint.csv                     | 12345678901234567890;12345678901234567891
        zip.csv                         | 01234;00501
        utf16.csv                       | 1;2
        semi2.csv                       | 1;2;3
        ndjson.json.gz                  | 1;2
        z.csv.zst                       | 1
        upper.PARQUET short.pq          | 1;1
        order1.csv order2.csv           | 1;2
        m1.csv m3.csv                   | 1;2;5
        dates.csv                       | 2023-12-31;2024-02-01
        """)
    void haveTheRightValuesInTheirFirstColumn(String names, String values) {
        assertThat(added(names.split(" ")).column(0))
                .extracting(String::valueOf)
                .containsExactly(values.split(";"));
    }

    @Test
    void haveWhatComesLate() {
        assertThat(added("late_key.jsonl").rows()).hasSize(25_001).endsWith(List.of("25000", "1"));
        assertThat(added("late_fraction.jsonl").rows()).hasSize(25_001).endsWith(List.of("25000", "0.4"));
        assertThat(added("late_null.jsonl").rows()).hasSize(25_001).endsWith(List.of("25000", "{'a': 1}"));
        assertThat(added("late.jsonl").rows()).hasSize(25_001).endsWith(List.of("25000", "\"text\"", "1"));
        assertThat(added("hugeint_late.csv").rows()).hasSize(20_001).endsWith(List.of("12345678901234567891", "2"));
        assertThat(added("longcell.csv").column(1)).containsExactly("x".repeat(5_000_000), "y");
    }

    @Test
    void haveTheKeysOfTheirFolders() {
        assertThat(added("hive/*/*.parquet").rows())
                .containsExactly(List.of("20230", "2023"), List.of("20240", "2024"));
    }

    @Test
    void areReadWithTheEncodingThatIsSaid() {
        Added added = Added.of(
                scratch, new Saying().encoding(StandardCharsets.ISO_8859_1).options(), files.resolve("latin1.csv"));

        assertThat(added.column(1)).containsExactly("Köln", "Zürich");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        i64.parquet dbl.parquet | would change 9007199254740993
        dec1.parquet dec2.parquet | DECIMAL(38,0)
        m1.csv m2.csv           | Column amount is BIGINT in
        latin1.csv              | is not UTF-8
        utf16le_nobom.csv       | UTF-16LE
        ragged_late.csv         | Line 30002 of
        ragged_late.csv         | 2 fields expected, 3 found
        ragged_short.csv        | Line 3 of
        ragged_long.csv         | Line 3 of
        ambiguous.csv           | day first, month first
        broken.jsonl            | line 3
        dupkeys.jsonl           | Duplicate
        inner.parquet.gz        | is a packed file of Parquet files
        data.dat                | does not say by its name
        """)
    void areRefusedWithTheReason(String names, String reason) {
        assertThatThrownBy(() -> added(names.split(" "))).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bom.csv",
                "tabs.tsv",
                "pipes.csv",
                "crlf_quoted.csv",
                "preamble.csv",
                "headeronly.csv",
                "empty.csv",
                "noheader.csv",
                "zip.csv",
                "nulls.csv",
                "inf.csv",
                "bools.csv",
                "dupes.csv",
                "comment.csv",
                "wide.csv",
                "trailing.csv",
                "money.csv",
                "thousands.csv",
                "spaces.csv",
                "formula.csv",
                "nul.csv",
                "mac.csv",
                "m1.csv",
                "m2.csv",
                "data.CSV",
                "my file é.csv",
                "quote's.csv",
            })
    void ofTextHaveTheValuesOfDuckDb(String name) {
        check(name, "read_csv(" + literal(name) + ", sample_size = -1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines.jsonl",
                "mixed.jsonl",
                "array.json",
                "object.json",
                "emptykeys.jsonl",
                "manykeys.jsonl",
                "empty.jsonl",
                "bomlines.jsonl",
                "dates.jsonl",
                "snowflake.jsonl",
                "late.jsonl",
            })
    void ofJsonHaveTheValuesOfDuckDb(String name) {
        check(name, "read_json(" + literal(name) + ", sample_size = -1)");
    }

    private void check(String name, String relation) {
        Added added = added(name);

        assertThat(added.rows()).isEqualTo(DuckDb.rows("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM " + relation));
        assertThat(added.columns())
                .extracting(
                        column -> column.substring(0, column.lastIndexOf(' ')).replaceFirst(" (STRUCT|MAP|TIME).*", ""))
                .isEqualTo(DuckDb.rows("SELECT column_name FROM (DESCRIBE FROM " + relation + ")").stream()
                        .map(List::getFirst)
                        .toList());
    }

    private static String literal(String name) {
        return "'" + files.resolve(name).toString().replace("'", "''") + "'";
    }

    private Added added(String... names) {
        return Added.of(
                scratch,
                ReadOptions.NONE,
                Stream.of(names).map(name -> files + "/" + name).toArray(String[]::new));
    }
}
