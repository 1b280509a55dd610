package io.duckboard.engine.guard;

import java.util.Optional;
import java.util.regex.Pattern;

/** Decides which files a query may name: data of the lake, by an unambiguous path. */
final class PathRule {

    /**
     * A path below the lake's root. It starts with a directory that is named in full, so that a pattern cannot match
     * anything that queries may not read. Names or patterns follow. It must not contain {@code ..} or {@code //},
     * which HTTP clients resolve, or {@code ?} and {@code #}, which can be followed by S3 settings, or {@code %},
     * which can hide each of these. Hidden files are not allowed.
     */
    private static final Pattern BELOW = Pattern.compile("[\\w=+-][\\w.=+-]*(?:/[\\w=+*\\[\\]-][\\w.=+*\\[\\]-]*)+");

    private final AllowedPaths paths;

    PathRule(AllowedPaths paths) {
        this.paths = paths;
    }

    void check(String path) throws RefusedException {
        Optional<String> below = paths.belowLake(path);
        if (below.isEmpty()) {
            throw RefusedException.notAllowed(
                    "A file that is not data of the lake may not be read.",
                    "Name a table, or a file of the lake with its whole path.");
        }
        if (below.get().contains("..") || !BELOW.matcher(below.get()).matches()) {
            throw RefusedException.notAllowed(
                    "The path of a file is not plain.",
                    "Below the lake it starts with a directory and has letters, digits and . _ - = + alone; * from the second name on.");
        }
    }
}
