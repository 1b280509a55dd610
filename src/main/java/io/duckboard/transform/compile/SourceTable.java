package io.duckboard.transform.compile;

import java.util.List;

/**
 * A table of the lake that the project reads but does not build.
 *
 * @param uniqueId {@code source.<project>.<source>.<name>}
 * @param table the lake's name for the table
 */
public record SourceTable(
        String uniqueId,
        String source,
        String name,
        String table,
        String sourceDescription,
        String description,
        List<ColumnDoc> columns,
        List<String> tags,
        String file,
        int line) {

    public SourceTable {
        columns = List.copyOf(columns);
        tags = List.copyOf(tags);
    }
}
