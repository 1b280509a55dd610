package io.duckboard.transform.project;

import java.util.List;

/** The properties of a column in a YAML file. */
public record ColumnProperties(String name, String description, List<TestEntry> tests) {

    public ColumnProperties {
        tests = List.copyOf(tests);
    }
}
