package io.duckboard.deploy.code;

import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The zip that Lambda runs.
 *
 * @param sha256 of the file, in hex
 * @param bytes its size
 */
public record EnginePackage(Path file, String sha256, long bytes) {

    /** @throws FailureException if there is no such file, or it is no package of the engine */
    public static EnginePackage in(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new FailureException(
                    "The engine's package is not there: " + file + ".", "make engine builds it; make deploy does too.");
        }
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("exec-wrapper") == null) {
                throw noPackage(file, null);
            }
        } catch (IOException e) {
            throw noPackage(file, e);
        }
        try {
            return new EnginePackage(file, Sha256.of(file), Files.size(file));
        } catch (IOException e) {
            throw new FailureException("The engine's package cannot be read: " + file + ".", "Check its rights.", e);
        }
    }

    /** Where it lies in the code's bucket: other code has another key, and no key ever gets other content. */
    public String key() {
        return "engine/" + sha256 + ".zip";
    }

    private static FailureException noPackage(Path file, @Nullable IOException cause) {
        return new FailureException(
                file + " is no package of Duckboard's engine.", "make engine builds it anew.", cause);
    }
}
