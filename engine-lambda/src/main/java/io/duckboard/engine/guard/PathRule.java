package io.duckboard.engine.guard;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which files a query may name: data of the lake, by a path that means what it says. */
final class PathRule {

    /**
     * Below the lake's root: first a directory named in full, lest a pattern reach what is not for queries, then names
     * or patterns. No {@code ..} or {@code //}, which HTTP clients resolve; no {@code ?} and {@code #}, behind which S3
     * settings may stand; no {@code %}, which may hide each of them; nothing hidden.
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
