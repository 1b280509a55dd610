package io.duckboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only one process can hold a home. If another one cannot open it, one line says why. */
@Tag("process")
class HomeDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTheFileFromOthers() throws IOException {
        HomeDatabase.open(folder.resolve("home")).close();

        assertThat(permissions("home/database")).isEqualTo("rwx------");
        assertThat(permissions("home/database/duckboard.mv.db")).isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("home/database"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void saysThatAnotherProcessHasTheHomeAndOpensItAtOnceWhenThatIsKilled() throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HomeKeeper.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("open");

            assertThatExceptionOfType(DatabaseUnavailableException.class)
                    .isThrownBy(() -> HomeDatabase.open(folder))
                    .withMessage("Another Duckboard uses this home (" + folder
                            + "). Stop it, or give this one a home of its own: DUCKBOARD_HOME=…");
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (HomeDatabase database = HomeDatabase.open(folder)) {
            assertThat(database.jdbc()
                            .sql("SELECT text FROM word")
                            .query(String.class)
                            .single())
                    .isEqualTo("kept");
        }
    }

    @Test
    void goesOnWhenAThreadIsInterruptedWhileItSaves() throws InterruptedException {
        try (HomeDatabase database = HomeDatabase.open(folder)) {
            database.jdbc().sql("CREATE TABLE word (text VARCHAR)").update();

            Thread saving = new Thread(() -> {
                Thread.currentThread().interrupt();
                database.jdbc().sql("INSERT INTO word VALUES ('kept')").update();
                database.jdbc().sql("CHECKPOINT SYNC").update();
            });
            saving.start();
            saving.join();

            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM word")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void saysThatTheFileIsDamagedAndLeavesItAlone() throws IOException {
        Path file = Files.createDirectories(folder.resolve("database")).resolve("duckboard.mv.db");
        Files.writeString(file, "no database ".repeat(1_000));

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(folder))
                .withMessageContaining("cannot be read: " + file)
                .withMessageNotContaining("\n");
        assertThat(Files.readString(file)).startsWith("no database").hasSize(12_000);
    }

    @Test
    void saysThatTheHomeCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(file))
                .withMessageContaining("Nothing can be written in " + file)
                .withMessageContaining("DUCKBOARD_HOME");
    }

    @Test
    void saysThatAHomesPathHasASemicolon() {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(folder.resolve("a;b")))
                .withMessageContaining("semicolon");
    }

    @Test
    void opensInAHomeWithSpacesAndLetters() {
        Path home = folder.resolve("Jürgen's home %20 ~ 鴨");

        HomeDatabase.open(home).close();

        assertThat(home.resolve("database/duckboard.mv.db")).isNotEmptyFile();
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
    }
}
