package io.duckboard.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A footer is read as far as it is whole, and a damaged one costs its file only. */
class FooterReaderTest {

    @TempDir
    private Path folder;

    private byte[] good = {};

    @BeforeEach
    void write() throws IOException {
        DuckDb.run("COPY (SELECT range AS n, 'x' || range AS t, [range] AS l, {'a': range} AS s FROM range(1000)) TO '"
                + folder.resolve("good.parquet") + "' (FORMAT parquet, ROW_GROUP_SIZE 100)");
        good = Files.readAllBytes(folder.resolve("good.parquet"));
    }

    @Test
    void countsTheRows() throws IOException {
        assertThat(read(good))
                .isInstanceOfSatisfying(
                        Footer.Parquet.class,
                        footer -> assertThat(footer.rows()).isEqualTo(1000));
    }

    @Test
    void tellsSchemasApartByColumnsAndNotByRows() throws IOException {
        DuckDb.run("COPY (SELECT 1::BIGINT AS n, 'y' AS t, [2::BIGINT] AS l, {'a': 3::BIGINT} AS s) TO '"
                + folder.resolve("same.parquet") + "' (FORMAT parquet)");
        DuckDb.run("COPY (SELECT 1::INTEGER AS n, 'y' AS t, [2::BIGINT] AS l, {'a': 3::BIGINT} AS s) TO '"
                + folder.resolve("other.parquet") + "' (FORMAT parquet)");

        assertThat(schema("same.parquet")).isEqualTo(schema("good.parquet"));
        assertThat(schema("other.parquet")).isNotEqualTo(schema("good.parquet"));
    }

    @Test
    void neverFailsOverAFileThatIsCutOff() throws IOException {
        for (int length = 0; length < good.length; length += 97) {
            assertThat(read(Arrays.copyOf(good, length))).isInstanceOf(Footer.Unreadable.class);
        }
    }

    @Test
    void neverFailsOverAFooterOfOtherBytes() throws IOException {
        var random = new Random(19);
        for (int i = 0; i < 3000; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                bad[good.length - 1 - random.nextInt(good.length / 2)] = (byte) random.nextInt();
            }
            assertThat(read(bad)).isNotNull();
        }
    }

    @Test
    void readsAFooterThatIsLongerThanTheFirstLook() throws IOException {
        String columns = IntStream.range(0, 3000)
                .mapToObj(i -> i + " AS a_column_with_a_long_name_" + i)
                .collect(Collectors.joining(", "));
        DuckDb.run("COPY (SELECT " + columns + ") TO '" + folder.resolve("wide.parquet") + "' (FORMAT parquet)");

        assertThat(read(Files.readAllBytes(folder.resolve("wide.parquet"))))
                .isInstanceOfSatisfying(
                        Footer.Parquet.class,
                        footer -> assertThat(footer.rows()).isEqualTo(1));
    }

    private String schema(String name) throws IOException {
        return ((Footer.Parquet) read(Files.readAllBytes(folder.resolve(name)))).schema();
    }

    private static Footer read(byte[] content) throws IOException {
        return new FooterReader((file, bytes) -> Arrays.copyOfRange(content, content.length - bytes, content.length))
                .read(new Catalog.File("x.parquet", content.length, ""));
    }
}
