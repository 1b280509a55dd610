package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands before a file's path to make it one that SQL can name; each ends with a slash.
 *
 * @param workspace empty where the lake is its own
 */
public record Prefixes(String lake, Optional<String> workspace) {

    private static final String S3 = "s3://";

    /** Of a place that stands alone. */
    public static Prefixes of(String place) {
        return new Prefixes(place, Optional.empty());
    }

    public String path(Catalog.File file) {
        return switch (file.place()) {
            case LAKE -> lake + file.path();
            case WORKSPACE -> workspace.orElse(lake) + file.path();
        };
    }

    /** Those on S3. */
    public List<String> remote() {
        return all().filter(prefix -> prefix.startsWith(S3)).toList();
    }

    /** Whether an error is of the store and not of this machine, when it says {@code text}. */
    public boolean isRemote(String text) {
        return !remote().isEmpty() && all().noneMatch(prefix -> !prefix.startsWith(S3) && text.contains(prefix));
    }

    /** {@code text} without them, so that no message tells where a lake lies. */
    public String cutFrom(String text) {
        // One may end like the other begins.
        return all().sorted(Comparator.comparingInt(String::length).reversed())
                .flatMap(Prefixes::spellings)
                .reduce(text, (cut, prefix) -> cut.replace(prefix, ""));
    }

    /** As it is, and as it stands in texts of JSON and of the languages that DuckDB draws plans in. */
    private static Stream<String> spellings(String prefix) {
        String doubled = prefix.replace("\\", "\\\\");
        return Stream.of(prefix, doubled.replace("\"", "\\\""), doubled.replace("\"", "\\\\\""))
                .distinct();
    }

    private Stream<String> all() {
        return Stream.concat(Stream.of(lake), workspace.stream());
    }
}
