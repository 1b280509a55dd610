package io.duckboard.transform.project;

import java.util.List;

/** The properties of a model in a YAML file. */
public record ModelEntry(
        String name,
        String description,
        List<ColumnProperties> columns,
        List<TestEntry> tests,
        Settings settings,
        Place place) {

    public ModelEntry {
        columns = List.copyOf(columns);
        tests = List.copyOf(tests);
    }
}
