package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.lake.Prefixes;
import java.util.HashMap;
import java.util.Map;

/**
 * The files on S3 that never change under their names, since Duckboard has written them. DuckDB asks the store once
 * about each, and about all others with every query.
 */
final class FixedFiles {

    /**
     * Makes a connection use what DuckDB already knows about the size and the ETag of a file. The setting is the only one
     * that a connection of a locked database may change.
     */
    static final String SETTING = "enable_http_metadata_cache";

    private static final String USE = "SET SESSION " + SETTING + " = true; ";

    private final Prefixes prefixes;
    private final Map<Catalog.File, Catalog.File> known = new HashMap<>();

    FixedFiles(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    /** Records the files of a catalog that is shown. */
    void add(Catalog catalog) {
        catalog.tables().stream()
                .flatMap(table -> table.files().stream())
                .filter(this::isFixed)
                .forEach(file -> known.put(file.at(), file));
    }

    /** Whether no file that was shown before has another version in this catalog. */
    boolean agree(Catalog catalog) {
        return catalog.tables().stream()
                .flatMap(table -> table.files().stream())
                .allMatch(file -> known.getOrDefault(file.at(), file).equals(file));
    }

    /** Whether all files of a table are fixed. */
    boolean have(Catalog.Table table) {
        return table.files().stream().allMatch(this::isFixed);
    }

    /** What to put before a statement that reads fixed files alone. */
    String reading() {
        return prefixes.remote().isEmpty() ? "" : USE;
    }

    /**
     * Whether the journal of this lake, or of this workspace, has recorded that Duckboard wrote a file. Beside a
     * workspace, nothing is known of the files of the lake's owner.
     */
    boolean isWritten(Catalog.File file) {
        return file.writer() == Catalog.Writer.DUCKBOARD
                && (prefixes.workspace().isEmpty() || file.place() == Catalog.Place.WORKSPACE);
    }

    private boolean isFixed(Catalog.File file) {
        return isWritten(file) && prefixes.remote().stream().anyMatch(prefixes.path(file)::startsWith);
    }
}
