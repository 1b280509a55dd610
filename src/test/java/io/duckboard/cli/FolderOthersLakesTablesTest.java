package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lakes of other writers in a folder. */
class FolderOthersLakesTablesTest extends OthersLakesTablesContract {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTheLake() throws IOException {
        Files.createDirectory(folder.resolve("hivetop"));
    }

    @Override
    String lake() {
        return folder.resolve("hivetop").toString();
    }

    @Override
    void strangersFile(String path, byte[] bytes) {
        try {
            Path file = folder.resolve("hivetop").resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void strangerRemoves(String path) {
        try {
            Files.delete(folder.resolve("hivetop").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsALakeThroughALinkAndTellsOfLinksThatLeaveIt() throws IOException {
        strangersFile("there.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        Path link = Files.createSymbolicLink(files.resolve("link"), folder.resolve("hivetop"));
        Files.createSymbolicLink(folder.resolve("hivetop/away.parquet"), files.resolve("x.parquet"));

        assertThat(run(Map.of("DUCKBOARD_LAKE", link.toString()), "refresh")).isEqualTo(ExitCode.DONE);

        assertThat(out())
                .contains("there is a new table: 1 rows.", "away.parquet is left out. It is a link that leads out");
        assertThat(table("there").rows()).isEqualTo(1);
    }

    @Test
    void writesNamesOfFilesHarmlessly() {
        strangersFile("\u001b[31mred.parquet", new byte[0]);
        strangersFile("\u202egnp.parquet", new byte[0]);
        strangersFile("two\nlines.parquet", new byte[0]);

        run("ls");
        run("ls", "--left-out");
        run("refresh");

        assertThat(out()).contains("3 files left out:").doesNotContain("\u001b", "\u202e", "two\n");
    }
}
