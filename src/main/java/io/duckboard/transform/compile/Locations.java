package io.duckboard.transform.compile;

import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks where in the lake the copies of external models may be written. */
final class Locations {

    private static final Pattern PATH = Pattern.compile("[\\w=.+-]+(/[\\w=.+-]+)+");

    /** Folders that the lake itself uses. */
    private static final Set<String> TAKEN =
            Set.of("dataset", "partitioned", "reference", "results", "control", "staging", "models", "_duckboard");

    private final String lake;
    private final Problems problems;

    Locations(Map<String, String> env, Problems problems) {
        this.lake = withoutSlash(env.getOrDefault("DUCKBOARD_LAKE", ""));
        this.problems = problems;
    }

    /** Returns the path below the lake. Empty, with a problem, if a copy must not be written there. */
    Optional<String> check(String location, Place place) {
        String path =
                !lake.isEmpty() && location.startsWith(lake + "/") ? location.substring(lake.length() + 1) : location;
        Optional<String> hint = hint(path);
        hint.ifPresent(text -> problems.add(place, "“" + location + "” is no location for a copy.", text));
        return hint.isPresent() ? Optional.empty() : Optional.of(path);
    }

    private static Optional<String> hint(String path) {
        if (path.startsWith("/") || path.contains(":")) {
            return Optional.of("It has to lie in the lake: begin with {{ env_var('DUCKBOARD_LAKE') }}/dashboard/.");
        }
        if (path.contains("..") || !PATH.matcher(path).matches()) {
            return Optional.of(
                    "Name a folder and a file of letters, digits and _ = . + -, such as dashboard/x.parquet.");
        }
        if (!path.endsWith(".parquet")) {
            return Optional.of("It has to end in .parquet.");
        }
        String folder = path.substring(0, path.indexOf('/')).toLowerCase(Locale.ROOT);
        return TAKEN.contains(folder) || folder.startsWith(".")
                ? Optional.of("The folder " + folder + " is the lake's own: use dashboard/, or a folder of your own.")
                : Optional.empty();
    }

    private static String withoutSlash(String lake) {
        return lake.endsWith("/") ? lake.substring(0, lake.length() - 1) : lake;
    }
}
