package io.duckboard.deploy.code;

import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The zip file with the engine's code, which Lambda runs.
 *
 * @param sha256 the digest of the file, in hex
 * @param bytes the size of the file
 */
public record EnginePackage(Path file, String sha256, long bytes) {

    /** @throws FailureException if there is no such file, or it is not a package of the engine */
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

    /**
     * Returns the package's key in the code's bucket. Different code has a different key, and the content of a key
     * never changes.
     */
    public String key() {
        return "engine/" + sha256 + ".zip";
    }

    private static FailureException noPackage(Path file, @Nullable IOException cause) {
        return new FailureException(
                file + " is no package of Duckboard's engine.", "make engine builds it anew.", cause);
    }
}
