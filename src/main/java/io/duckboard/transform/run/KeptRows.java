package io.duckboard.transform.run;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows that a test found. The engine keeps them for a day, as the complete answer of a query.
 *
 * @param path the path below the lake
 */
public record KeptRows(String path) {

    private static final Pattern FILE =
            Pattern.compile("(?:.*/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.parquet");

    /** Returns the query's id, which is the file's name; empty if the name is not an id. */
    public Optional<UUID> query() {
        Matcher file = FILE.matcher(path);
        return file.matches() ? Optional.of(UUID.fromString(file.group(1))) : Optional.empty();
    }
}
