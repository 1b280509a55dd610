package io.duckboard.lake.source;

import io.duckboard.lake.load.LoadDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of texts that a {@link RowWriter} wrote; the columns are called c0, c1 and so on.
 *
 * @param longest the bytes of the longest row, or more
 * @param breaks whether lines end within texts
 */
record StagedRows(Path file, int columns, long rows, long longest, boolean breaks) {

    private static final long LEAST_LINE = 2_097_152;
    private static final long LEAST_BUFFER = 32_000_000;

    static String column(int index) {
        return "c" + index;
    }

    /** The text after FROM. DuckDB is told everything, so that it finds out nothing by itself. */
    String relation() {
        String names = IntStream.range(0, columns)
                .mapToObj(index -> column(index) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        long line = Math.max(LEAST_LINE, longest);
        return "read_csv(" + LoadDatabase.only(file) + ", auto_detect = false, header = false, delim = ',', quote ="
                + " '\"', escape = '\"', nullstr = '', allow_quoted_nulls ="
                + " false, strict_mode = true, new_line = '\\n"
                + "', "
                // Threads that begin in the middle of a file cannot know whether they are within a text.
                + "parallel = " + !breaks + ", max_line_size = " + line + ", buffer_size = "
                + Math.max(LEAST_BUFFER, line * 2) + ", columns = " + names + ")";
    }

    /**
     * The same with a row in front.
     *
     * @param first as many texts as there are columns
     */
    String relation(List<Optional<String>> first) throws IOException {
        Path before = file.resolveSibling(file.getFileName() + ".first");
        var row = new ArrayList<@Nullable String>();
        first.forEach(value -> row.add(value.orElse(null)));
        try (var rows = new RowWriter(before, columns, "The first row")) {
            rows.write(row);
            return "(FROM " + rows.staged().relation() + " UNION ALL FROM " + relation() + ")";
        }
    }
}
