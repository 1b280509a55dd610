package io.duckboard.transform.compile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The environment variables that a project may read. A project publishes what it reads. It may read dbt's variables,
 * except those that dbt treats as secrets; the places of the lake and its first tables; and what the operator lists.
 */
final class ProjectEnvironment {

    /** The listed names, separated by commas. */
    static final String LISTED = "DUCKBOARD_PROJECT_ENV";

    private static final String DBT = "DBT_";
    private static final String DBT_SECRET = "DBT_ENV_SECRET";
    private static final Set<String> OURS = Set.of("DUCKBOARD_LAKE", "DUCKBOARD_TRIPS", "DUCKBOARD_ZONES");

    private final Map<String, String> variables;
    private final Set<String> listed;

    ProjectEnvironment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.listed = Arrays.stream(variables.getOrDefault(LISTED, "").split(",", -1))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the variable's value; empty if it is not set or the project may not read it. */
    Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).filter(_ -> mayRead(name));
    }

    /** Whether the variable is set, but the project may not read it. */
    boolean isKept(String name) {
        return variables.containsKey(name) && !mayRead(name);
    }

    private boolean mayRead(String name) {
        return listed.contains(name) || OURS.contains(name) || (name.startsWith(DBT) && !name.startsWith(DBT_SECRET));
    }
}
