package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the tables of a lake in a folder. */
class FolderLakeTablesTest extends LakeTablesContract {

    @TempDir
    private Path folder;

    @Override
    String lake() {
        return folder.toString();
    }

    @Override
    void strangersFile(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void strangerRemoves(String path) {
        try {
            Files.delete(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysThatTheLakeIsNotThere() {
        for (String command : new String[] {"ls", "refresh"}) {
            assertThat(run(Map.of("DUCKBOARD_LAKE", folder + "/none"), command)).isEqualTo(ExitCode.FAILED);
        }

        assertThat(err().lines()).hasSize(2).allMatch(line -> line.startsWith("There is no lake in " + folder));
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void leavesAFolderThatIsOnlyListedAsItIs() {
        run("ls");

        assertThat(folder).isEmptyDirectory();
    }
}
