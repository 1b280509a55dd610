package io.duckboard.transform.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A generic test as a YAML file declares it.
 *
 * @param test dbt's name for the test, such as {@code not_null}
 * @param name the name that the file gives it, if any
 * @param arguments the arguments by name: texts, numbers, Booleans, or lists of such
 */
public record TestEntry(
        String test, Optional<String> name, Map<String, Object> arguments, Settings settings, Place place) {

    public TestEntry {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
