package io.duckboard.engine.sql;

import java.util.Collection;
import java.util.regex.Pattern;

/** How Duckboard writes Parquet files: as options of a COPY. */
public final class ParquetOptions {

    /**
     * The rows of a group, each of which costs a reader on S3 a request for every column. Of 7.4 million trips, with 15
     * ms a request, one column is read first in 620 ms with groups of 122,880 rows, in 241 with 491,520 and in 175 with
     * a million. A filter by time, which skips groups, takes 9 ms longer in a folder.
     */
    private static final int LARGEST = 1_048_576;

    /** DuckDB's own size. A group of a million wide texts would not fit into a function's memory. */
    private static final int SMALLEST = 122_880;

    /** Columns of fixed width for which the largest group takes less than 400 MB before it is compressed. */
    private static final int NARROW = 40;

    private static final Pattern FIXED_WIDTH = Pattern.compile(
            "BOOLEAN|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\\([0-9,]+\\)|DATE|TIME[^\\[]*|UUID|INTERVAL|ENUM\\(.*\\)");

    private ParquetOptions() {}

    /** @param types of the columns that are written */
    public static String of(Collection<String> types) {
        boolean narrow = types.size() <= NARROW
                && types.stream().allMatch(type -> FIXED_WIDTH.matcher(type).matches());
        return options(narrow ? LARGEST : SMALLEST);
    }

    /** For rows that are known to be small, whatever their types. */
    public static String ofSmallRows() {
        return options(LARGEST);
    }

    private static String options(int rows) {
        return "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE " + rows;
    }
}
