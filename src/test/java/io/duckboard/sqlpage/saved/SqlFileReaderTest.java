package io.duckboard.sqlpage.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are imported unchanged, whatever an archive tries, and exported files can be imported again unchanged. */
class SqlFileReaderTest {

    @Test
    void readsAFileUnderItsName() throws IOException {
        assertThat(read("C:\\queries\\trips by hour.SQL", "SELECT 'ü 鴨'".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new SqlImport.Read(
                        List.of(new SqlFile(new SavedName("", "trips by hour"), "SELECT 'ü 鴨'")), List.of()));
    }

    @Test
    void takesTheMarkAwayThatWindowsPutsInFront() throws IOException {
        SqlImport read = read("a.sql", "\ufeffSELECT 1".getBytes(StandardCharsets.UTF_8));

        assertThat(files(read)).extracting(SqlFile::sql).containsExactly("SELECT 1");
    }

    @Test
    void refusesWhatIsNoTextOrNoSql() throws IOException {
        assertThat(refusal("a.sql", new byte[] {(byte) 0xc3, 0x28})).contains("UTF-8");
        assertThat(refusal("a.sql", "SELECT\0".getBytes(StandardCharsets.UTF_8)))
                .contains("UTF-8");
        assertThat(refusal("a.sql", "x".repeat(SavedQueries.MOST_SQL + 1).getBytes(StandardCharsets.UTF_8)))
                .contains("1048576 characters");
        assertThat(refusal("a.exe", new byte[0])).contains("“a.exe” is no .sql file");
        assertThat(refusal(".sql", new byte[0])).contains("needs a name");
        assertThat(refusal("a.zip", "no archive".getBytes(StandardCharsets.UTF_8)))
                .contains("no .sql file");
        assertThat(refusal("a.zip", zip("readme.txt", "x"))).contains("no .sql file");
    }

    @Test
    void readsTheFoldersOfAnArchive() throws IOException {
        byte[] archive = zip(
                "reports/", "",
                "reports/daily/trips.sql", "SELECT 1",
                "top.sql", "SELECT 2",
                "picture.png", "x",
                "__MACOSX/reports/daily/._trips.sql", "x",
                "reports/._trips.sql", "x");

        assertThat(read("queries.zip", archive))
                .isEqualTo(new SqlImport.Read(
                        List.of(
                                new SqlFile(new SavedName("reports/daily", "trips"), "SELECT 1"),
                                new SqlFile(new SavedName("", "top"), "SELECT 2")),
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.sql",
                "a/../../evil.sql",
                "/evil.sql",
                "/etc/evil.sql",
                "..\\evil.sql",
                "a//evil.sql",
                "./evil.sql",
                "a\nb/evil.sql",
                "\u202elive.sql",
                "a/b/c/d/e/f/g/h/i/j/k/evil.sql"
            })
    void leavesOutWhatWouldLieOutsideItsFolders(String path) throws IOException {
        SqlImport read = read("queries.zip", zip(path, "SELECT 1", "good.sql", "SELECT 2"));

        assertThat(files(read)).extracting(file -> file.name().name()).containsExactly("good");
        assertThat(((SqlImport.Read) read).leftOut()).singleElement().asString().startsWith("“" + path + "”: ");
    }

    @Test
    void stopsUnpackingABomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            byte[] zeros = new byte[1_000_000];
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            for (int megabyte = 0; megabyte < 60; megabyte++) {
                zip.write(zeros);
            }
        }

        assertThat(packed.size()).isLessThan(100_000);
        assertThat(refusal("bomb.zip", packed.toByteArray())).contains("too large");
    }

    @Test
    void stopsAtTooManyEntries() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (int number = 0; number < 10_001; number++) {
                zip.putNextEntry(new ZipEntry("folder" + number + "/"));
            }
        }

        assertThat(refusal("many.zip", packed.toByteArray())).contains("too large");
    }

    @Test
    void refusesABrokenArchive() throws IOException {
        byte[] archive = zip("a.sql", "SELECT 1 ".repeat(100));
        byte[] cut = Arrays.copyOf(archive, 40);
        // The first byte after the header of 30 and the name of 5: a block of a type that does not exist.
        archive[35] = 0x07;

        assertThat(refusal("broken.zip", archive)).contains("cannot be read");
        assertThat(refusal("cut.zip", cut)).contains("cannot be read");
    }

    @Test
    void readsBackWhatLeftAsAnArchive() throws IOException {
        var queries = List.of(
                saved("", "trips > 10?", "SELECT 1"),
                saved("", "trips < 10:", "SELECT 2"),
                saved("reports/日報", "ends with a dot.", "SELECT '🦆'"));
        var out = new ByteArrayOutputStream();

        SqlArchive.write(queries, out);

        assertThat(files(read("queries.zip", out.toByteArray())))
                .containsExactly(
                        new SqlFile(new SavedName("", "trips _ 10_"), "SELECT 1"),
                        new SqlFile(new SavedName("", "trips _ 10_ (2)"), "SELECT 2"),
                        new SqlFile(new SavedName("reports/日報", "ends with a dot_"), "SELECT '🦆'"));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry().getLastModifiedTime().toInstant())
                    .isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
        }
        assertThat(SqlArchive.fileName(queries.getFirst())).isEqualTo("trips _ 10_.sql");
    }

    private static SavedQuery saved(String folder, String name, String sql) {
        return new SavedQuery(UUID.randomUUID(), folder, name, sql, Instant.parse("2026-11-26T12:00:00Z"));
    }

    private static SqlImport read(String name, byte[] content) throws IOException {
        return SqlFileReader.read(name, new ByteArrayInputStream(content));
    }

    private static List<SqlFile> files(SqlImport read) {
        return ((SqlImport.Read) read).files();
    }

    private static String refusal(String name, byte[] content) throws IOException {
        return ((SqlImport.Refused) read(name, content)).reason();
    }

    /** @param namesAndTexts alternating */
    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
