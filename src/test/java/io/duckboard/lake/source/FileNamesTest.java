package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that is named is the file that is read, and what it is its bytes say before its name. */
class FileNamesTest {

    @TempDir
    private Path files;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report[1]",
                "stars*",
                "what?",
                "[ab]",
                "[[]1]",
                "a]b",
                "my file é",
                "quote's",
                "say \"x\"",
                "a%20b",
                "a+b",
                "a,b",
                "{a,b}",
                "a=b",
                "back\\slash",
                "tab\tnew\nline",
                "-x",
                "日本",
                "~x",
                "$HOME",
                "a#b;c",
            })
    void mayHaveAnyName(String name) throws IOException {
        for (String other : List.of("report1", "starsXX", "whatX", "a", "1]", name)) {
            Files.writeString(files.resolve(other + ".csv"), "who\n" + other.hashCode() + "\n");
            Path parquet = files.resolve("made.parquet");
            DuckDb.run("COPY (SELECT " + other.hashCode() + " AS who) TO '" + parquet + "'");
            Files.move(parquet, files.resolve(other + ".parquet"));
        }

        for (String ending : List.of(".csv", ".parquet")) {
            Added added = Added.of(files, ReadOptions.NONE, files.resolve(name + ending));

            assertThat(added.rows()).containsExactly(List.of(String.valueOf(name.hashCode())));
        }
    }

    @Test
    void areInFoldersOfAnyName() throws IOException {
        Path folder = Files.createDirectories(files.resolve("a [1]*?/b"));
        DuckDb.run("COPY (SELECT 1 AS n) TO '" + folder + "/x.parquet'");
        Files.writeString(folder.resolve("_SUCCESS"), "");
        Files.createDirectories(folder.resolve("_temporary"));
        Files.writeString(folder.resolve("_temporary/y.csv"), "n\n9\n");
        Files.writeString(folder.resolve(".x.parquet.crc"), "");

        assertThat(Added.of(files, ReadOptions.NONE, folder).rows()).containsExactly(List.of("1"));
    }

    @Test
    void mayBePatterns() throws IOException {
        Files.writeString(files.resolve("a1.csv"), "n\n1\n");
        Files.writeString(files.resolve("a2.csv"), "n\n2\n");
        Files.writeString(files.resolve("b.csv"), "n\n3\n");

        assertThat(Added.of(files, ReadOptions.NONE, files + "/a[12].csv").column(0))
                .containsExactly("1", "2");
        assertThat(Added.of(files, ReadOptions.NONE, files + "/?.csv").column(0))
                .containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.parquet", "a.PARQUET", "a.parq", "a.pq", "a", "a.csv", "a.snappy.parquet", "a.dat"})
    void ofParquetMayEndAsTheyLike(String name) throws IOException {
        DuckDb.run("COPY (SELECT 1 AS n) TO '" + files + "/made.parquet'");
        Path file = Files.move(files.resolve("made.parquet"), files.resolve(name));

        assertThat(Added.of(files, ReadOptions.NONE, file).rows()).containsExactly(List.of("1"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.parquet, no Parquet, cannot be read as Parquet",
        "a.parquet, PARE…PARE, is an encrypted Parquet file",
        "a.xlsx, junk, cannot be read as a workbook",
        "a.bin, junk, does not say by its name what it is",
        "a, junk, does not say by its name what it is",
        "a.csv, BZh9, is packed by bzip2",
    })
    void ofOtherThingsAreRefused(String name, String content, String reason) throws IOException {
        Path file = Files.write(files.resolve(name), content.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Added.of(files, ReadOptions.NONE, file))
                .hasMessageContaining(name + " ")
                .hasMessageContaining(reason);
    }

    @Test
    void ofDeltaTablesAreRefused() throws IOException {
        Files.createDirectories(files.resolve("s/t/_delta_log"));
        Files.createDirectories(files.resolve("s/t/k=1"));
        DuckDb.run("COPY (SELECT 1 AS n) TO '" + files + "/s/t/k=1/a.parquet'");

        for (String name : List.of("/s", "/s/t", "/s/t/*/*.parquet", "/s/**/*.parquet")) {
            assertThatThrownBy(() -> Added.of(files, ReadOptions.NONE, files + name))
                    .hasMessageContaining("is a Delta table");
        }
    }
}
