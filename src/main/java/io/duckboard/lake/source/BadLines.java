package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The file for lines that do not fit: a CSV file with the name of the file, the line's number, the reason and the line.
 */
final class BadLines {

    static final int COLUMNS = 4;

    private static final String HEADER = "file,line,reason,text\n";

    private final Path file;
    private boolean written;

    BadLines(Path file) {
        this.file = file;
    }

    /** @throws FailureException if there is such a file, which is never replaced, or no folder for it */
    void check() {
        if (Files.exists(file)) {
            throw new FailureException("There is a file " + file + " already.", "Name another with --bad-lines.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FailureException("There is no folder for " + file + ".", "Check --bad-lines.");
        }
    }

    /** Writes them all, and nothing if there are none. */
    void write(List<StagedRows> all) {
        if (all.stream().allMatch(rows -> rows.rows() == 0)) {
            return;
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            written = true;
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (StagedRows rows : all) {
                Files.copy(rows.file(), out);
            }
        } catch (IOException e) {
            remove();
            throw FolderFailures.of(file, e);
        }
    }

    /** Removes what was written, and no file of anyone else. */
    void remove() {
        if (written) {
            FolderFailures.translating(file, () -> Files.deleteIfExists(file));
            written = false;
        }
    }
}
