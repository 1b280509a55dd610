package io.duckboard.engine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Lakes and files as Spark, Hive, Athena, DuckDB, Delta and spreadsheets leave them. {@code others/make.py} makes them;
 * {@code others/README.md} has the right value of each.
 */
public final class OthersLakes {

    private OthersLakes() {}

    /** Unpacks one of the lakes into {@code folder}, which becomes that lake. */
    public static Path lake(String name, Path folder) {
        return unpacked("lakes.zip", name + "/", folder);
    }

    /** Unpacks all files for {@code lake add} into {@code folder}. */
    public static Path files(Path folder) {
        return unpacked("files.zip", "", folder);
    }

    private static Path unpacked(String archive, String prefix, Path folder) {
        InputStream content = Objects.requireNonNull(OthersLakes.class.getResourceAsStream("others/" + archive));
        boolean found = false;
        try (var zip = new ZipInputStream(content)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(prefix)) {
                    Path file = folder.resolve(entry.getName().substring(prefix.length()));
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.copy(zip, file);
                    found = true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!found) {
            throw new IllegalArgumentException("There is no lake " + prefix);
        }
        return folder;
    }
}
