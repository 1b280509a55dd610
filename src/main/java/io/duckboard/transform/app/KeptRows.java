package io.duckboard.transform.app;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows that a test found: the engine keeps them as the whole answer of a query. */
final class KeptRows {

    private static final Pattern FILE =
            Pattern.compile("(?:.*/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.parquet");

    private KeptRows() {}

    /** The query's id, which is the file's name; empty where it is none. */
    static Optional<UUID> id(String path) {
        Matcher file = FILE.matcher(path);
        return file.matches() ? Optional.of(UUID.fromString(file.group(1))) : Optional.empty();
    }
}
