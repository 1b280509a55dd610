package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of texts to a file that can be read in one way only: commas between fields, each in quotes, and nothing
 * where a text is NULL.
 */
final class RowWriter implements AutoCloseable {

    /** The most bytes that UTF-8 needs for a char of Java's. */
    private static final int BYTES = 3;

    private final Path file;
    private final String source;
    private final BufferedWriter out;
    private final int columns;
    private long rows;
    private long longest;
    private boolean breaks;

    /** @param source what is read, for messages */
    RowWriter(Path file, int columns, String source) throws IOException {
        this.file = file;
        this.source = source;
        this.columns = columns;
        this.out = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), 1 << 16);
    }

    /** @param row as many texts as there are columns */
    void write(List<? extends @Nullable String> row) throws IOException {
        long length = columns + 1L;
        for (int column = 0; column < columns; column++) {
            if (column > 0) {
                out.write(',');
            }
            length += field(row.get(column));
        }
        out.write('\n');
        rows++;
        longest = Math.max(longest, length);
    }

    StagedRows staged() {
        return new StagedRows(file, columns, rows, longest * BYTES, breaks);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private int field(@Nullable String text) throws IOException {
        if (text == null) {
            return 0;
        }
        check(text);
        String doubled = text.indexOf('"') < 0 ? text : text.replace("\"", "\"\"");
        out.write('"');
        out.write(doubled);
        out.write('"');
        return doubled.length() + 2;
    }

    private void check(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (Character.isSurrogate(character)) {
                if (!Character.isHighSurrogate(character)
                        || index + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(index + 1))) {
                    throw new FailureException(
                            source + " has half a character: \\u" + Integer.toHexString(character) + ".",
                            "Write the whole one.");
                }
                index++;
            }
            breaks |= character == '\n' || character == '\r';
        }
    }
}
