package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The prefixes that turn a file's path into one that SQL can name; each ends with a slash.
 *
 * @param workspace empty if the lake is its own workspace
 */
public record Prefixes(String lake, Optional<String> workspace) {

    private static final String S3 = "s3://";

    /** For a lake without a separate workspace. */
    public static Prefixes of(String place) {
        return new Prefixes(place, Optional.empty());
    }

    public String path(Catalog.File file) {
        return switch (file.place()) {
            case LAKE -> lake + file.path();
            case WORKSPACE -> workspace.orElse(lake) + file.path();
        };
    }

    /** The prefixes on S3. */
    public List<String> remote() {
        return all().filter(prefix -> prefix.startsWith(S3)).toList();
    }

    /** Whether the error {@code text} comes from the store and not from this machine. */
    public boolean isRemote(String text) {
        return !remote().isEmpty() && all().noneMatch(prefix -> !prefix.startsWith(S3) && text.contains(prefix));
    }

    /** {@code text} without the prefixes, so that no message shows where a lake lies. */
    public String cutFrom(String text) {
        // The end of one may be the beginning of the other.
        return all().sorted(Comparator.comparingInt(String::length).reversed())
                .flatMap(Prefixes::spellings)
                .reduce(text, (cut, prefix) -> cut.replace(prefix, ""));
    }

    /** The prefix itself, and its escaped forms in JSON and in the languages that DuckDB draws plans in. */
    private static Stream<String> spellings(String prefix) {
        String doubled = prefix.replace("\\", "\\\\");
        return Stream.of(prefix, doubled.replace("\"", "\\\""), doubled.replace("\"", "\\\\\""))
                .distinct();
    }

    private Stream<String> all() {
        return Stream.concat(Stream.of(lake), workspace.stream());
    }
}
