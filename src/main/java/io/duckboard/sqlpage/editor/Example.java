package io.duckboard.sqlpage.editor;

import java.util.List;

/**
 * An example query.
 *
 * @param sql the statement, below comments that repeat the title and the description
 */
public record Example(String title, String description, String sql) {

    private static final String COMMENT = "-- ";

    /** @param text whose first line is a comment with the title, and the second with the description */
    static Example of(String text) {
        List<String> lines = text.lines().limit(2).toList();
        if (lines.size() < 2 || !lines.stream().allMatch(line -> line.startsWith(COMMENT))) {
            throw new IllegalArgumentException("An example begins with two comments: its title and its description.");
        }
        return new Example(
                lines.get(0).substring(COMMENT.length()), lines.get(1).substring(COMMENT.length()), text.strip());
    }
}
