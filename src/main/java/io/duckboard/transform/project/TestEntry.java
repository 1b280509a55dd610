package io.duckboard.transform.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A generic test as a YAML file asks for it.
 *
 * @param test dbt's name of it, such as {@code not_null}
 * @param name a name of its own
 * @param arguments by name: texts, numbers, Booleans, or lists of such
 */
public record TestEntry(
        String test, Optional<String> name, Map<String, Object> arguments, Settings settings, Place place) {

    public TestEntry {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
