package io.duckboard.engine.guard;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides which files a query may name: the files of tables, whatever they are called, and other data of the lake by a
 * plain path or pattern.
 */
final class PathRule {

    /**
     * A plain path below the lake's root. It starts with a directory that is named in full, so that a pattern cannot
     * match anything that queries may not read. Names or patterns follow. It must not contain {@code ..} or
     * {@code //}, which HTTP clients resolve, or {@code ?}, which can be followed by S3 settings, or {@code %}, which
     * some readers decode. Hidden files are not allowed.
     */
    private static final Pattern PLAIN = Pattern.compile("[\\w=+-][\\w.=+-]*(?:/[\\w=+*\\[\\]-][\\w.=+*\\[\\]-]*)+");

    /** A table's file can have any other name; DuckDB decodes nothing in it. */
    private static final Pattern OF_TABLE =
            Pattern.compile("[^./\\\\?\\p{Cc}][^/\\\\?\\p{Cc}]*(?:/[^./\\\\?\\p{Cc}][^/\\\\?\\p{Cc}]*)*");

    private final AllowedPaths paths;

    PathRule(AllowedPaths paths) {
        this.paths = paths;
    }

    void check(String path) throws RefusedException {
        Optional<String> literal = GlobPath.literal(path);
        String named = literal.orElse(path);
        Optional<String> below = paths.belowLake(named);
        if (below.isEmpty()) {
            throw RefusedException.notAllowed(
                    "A file that is not data of the lake may not be read.",
                    "Name a table, or a file of the lake with its whole path.");
        }
        boolean ofTable = literal.filter(paths::isListed).isPresent()
                && OF_TABLE.matcher(below.get()).matches();
        if (!ofTable) {
            checkPlain(path, below.get());
        }
        Optional<String> link = paths.linkLeadingOut(path);
        if (link.isPresent()) {
            throw RefusedException.notAllowed(
                    link.get() + " is a link that leads out of the lake.",
                    "Name files that lie in the lake themselves.");
        }
    }

    private void checkPlain(String path, String below) throws RefusedException {
        if (paths.isListed(path)) {
            throw RefusedException.notAllowed(
                    "DuckDB takes this file's name for a pattern.", "Write [[] for each [ and [*] for each *.");
        }
        if (below.contains("..") || !PLAIN.matcher(below).matches()) {
            throw RefusedException.notAllowed(
                    "The path of a file is neither a table's nor plain.",
                    "Write it as lake.files shows it. Other paths start with a directory below the lake and have letters, digits and . _ - = + alone; * from the second name on.");
        }
    }
}
