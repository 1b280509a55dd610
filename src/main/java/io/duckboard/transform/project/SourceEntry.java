package io.duckboard.transform.project;

import java.util.List;

/**
 * A table of the lake that a project reads and does not make.
 *
 * @param source the group in which it is listed
 * @param name the project's name for it
 * @param identifier the lake's name for it
 */
public record SourceEntry(
        String source,
        String name,
        String identifier,
        String sourceDescription,
        String description,
        List<String> tags,
        List<ColumnProperties> columns,
        List<TestEntry> tests,
        Place place) {

    public SourceEntry {
        tags = List.copyOf(tags);
        columns = List.copyOf(columns);
        tests = List.copyOf(tests);
    }
}
