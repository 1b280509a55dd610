package io.duckboard.engine.guard;

import java.util.Optional;
import java.util.regex.Pattern;

/** How DuckDB reads a path: {@code *}, {@code ?} and {@code [} make a pattern of it, even if a file has that name. */
final class GlobPath {

    /** A set with one member stands for a sign itself. */
    private static final Pattern ESCAPED = Pattern.compile("\\[([\\[*])]");

    private static final Pattern SIGN = Pattern.compile("[*?\\[]");

    private GlobPath() {}

    /** The only file that the path can mean: {@code x[[]1].csv} is x[1].csv; empty if it is a pattern. */
    static Optional<String> literal(String path) {
        return SIGN.matcher(ESCAPED.matcher(path).replaceAll("")).find()
                ? Optional.empty()
                : Optional.of(ESCAPED.matcher(path).replaceAll("$1"));
    }
}
