package io.duckboard.engine.local;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Other names by which the query function answers, so that clients which were written for another engine need none. */
final class FunctionAliases {

    static final String VARIABLE = "DUCKBOARD_FUNCTION_ALIASES";

    /** The name that quack-reduce's clients call. */
    private static final String DEFAULT = "quack-reduce-lambda-dev-duckdb";

    private FunctionAliases() {}

    /**
     * Reads the names, which have commas between them. A variable that is set to nothing names none.
     *
     * @param taken the names of functions other than the query function
     * @throws IllegalArgumentException with a sentence that says what to change
     */
    static Set<String> of(Map<String, String> environment, Set<String> taken) {
        String names = environment.getOrDefault(VARIABLE, DEFAULT);
        var aliases = new LinkedHashSet<String>();
        if (names.isBlank()) {
            return aliases;
        }
        for (String named : names.split(",", -1)) {
            aliases.add(checked(named.strip(), names, taken));
        }
        return aliases;
    }

    private static String checked(String name, String names, Set<String> taken) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    VARIABLE + " has an empty name: '" + names + "'. Write names with one comma between two of them.");
        }
        if (!FunctionDefinition.isName(name)) {
            throw new IllegalArgumentException(VARIABLE + " has a name that no function can have: '" + name
                    + "'. Write up to 64 letters, digits, hyphens and underscores.");
        }
        if (taken.contains(name)) {
            throw new IllegalArgumentException(
                    VARIABLE + " has the name of another function: '" + name + "'. Leave it out.");
        }
        return name;
    }
}
