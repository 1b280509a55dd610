package io.duckboard.transform.compile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which variables of the environment a project may read: what it reads, it publishes. Those are dbt's, but none that dbt
 * itself takes for a secret; where the lake and its first tables lie; and what the operator lists.
 */
final class ProjectEnvironment {

    /** Names with commas between them. */
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

    /** Empty for what is not set, and for what is none of a project's business. */
    Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).filter(_ -> mayRead(name));
    }

    /** Whether it is set, and not for a project. */
    boolean isKept(String name) {
        return variables.containsKey(name) && !mayRead(name);
    }

    private boolean mayRead(String name) {
        return listed.contains(name) || OURS.contains(name) || (name.startsWith(DBT) && !name.startsWith(DBT_SECRET));
    }
}
