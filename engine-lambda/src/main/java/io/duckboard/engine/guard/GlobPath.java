package io.duckboard.engine.guard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How DuckDB reads a path: {@code *}, {@code ?} and {@code [} make a pattern of it, even if a file has that name. */
public final class GlobPath {

    /** A set with one member stands for a sign itself. */
    private static final Pattern ESCAPED = Pattern.compile("\\[([\\[*])]");

    private static final Pattern SIGN = Pattern.compile("[*?\\[]");

    private static final Pattern AFTER_SIGNS = Pattern.compile(".*[*?\\[\\]]", Pattern.DOTALL);

    private GlobPath() {}

    /** The only file that the path can mean: {@code x[[]1].csv} is x[1].csv; empty if it is a pattern. */
    public static Optional<String> literal(String path) {
        return SIGN.matcher(ESCAPED.matcher(path).replaceAll("")).find()
                ? Optional.empty()
                : Optional.of(ESCAPED.matcher(path).replaceAll("$1"));
    }

    /** How each name that matches the pattern begins. */
    public static String beforeSigns(String pattern) {
        Matcher sign = SIGN.matcher(pattern);
        return sign.find() ? pattern.substring(0, sign.start()) : pattern;
    }

    /** How each name that matches the pattern ends. */
    public static String afterSigns(String pattern) {
        return AFTER_SIGNS.matcher(pattern).replaceFirst("");
    }
}
