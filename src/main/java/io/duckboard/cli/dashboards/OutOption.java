package io.duckboard.cli.dashboards;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say into which file something is written. */
final class OutOption {

    @Option(names = "--out", paramLabel = "FILE", description = "The file that is written.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replace the file, if there is one.")
    private boolean force;

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** @throws FailureException if there is such a file, and nobody has said that it may be replaced */
    void check(Path into) {
        if (!force && Files.exists(into)) {
            throw exists(into);
        }
    }

    /** @throws FailureException if the file cannot be written, or {@link #check} would refuse it by now */
    void write(Path into, String text) {
        try {
            if (force) {
                Path whole = into.toAbsolutePath();
                Path beside = whole.resolveSibling("." + UUID.randomUUID() + ".new");
                try {
                    Files.writeString(beside, text, StandardOpenOption.CREATE_NEW);
                    Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(beside);
                }
            } else {
                Files.writeString(into, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (FileAlreadyExistsException _) {
            throw exists(into);
        } catch (IOException e) {
            throw new FailureException(
                    "The file " + into + " could not be written.", "Check its folder, and its rights.", e);
        }
    }

    private static FailureException exists(Path into) {
        return new FailureException("There is a file " + into + " already.", "Name another one, or add --force.");
    }
}
