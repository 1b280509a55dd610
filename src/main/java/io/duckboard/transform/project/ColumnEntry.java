package io.duckboard.transform.project;

import java.util.List;

/** A column that a YAML file tells of. */
public record ColumnEntry(String name, String description, List<TestEntry> tests) {

    public ColumnEntry {
        tests = List.copyOf(tests);
    }
}
