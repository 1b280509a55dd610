package io.duckboard.transform.project;

import java.util.List;

/** What a YAML file says of a column. */
public record ColumnProperties(String name, String description, List<TestEntry> tests) {

    public ColumnProperties {
        tests = List.copyOf(tests);
    }
}
