package io.duckboard.engine.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came back for a request: rows, the file they are in, or the reason why there are none. */
public sealed interface Answer {

    /**
     * Rows as JSON values in Java: String, Boolean, Integer, Long, BigInteger, BigDecimal, List, Map, or null.
     * Numbers are exact: what left DuckDB as DECIMAL or HUGEINT is the same number here.
     *
     * @param rows one list a row, a value a column, in the order of {@link Metadata#columns()}
     */
    record Rows(Metadata metadata, List<List<@Nullable Object>> rows) implements Answer {}

    /** The whole answer is in a file of the lake. */
    record Exported(Metadata metadata, ResultFile file) implements Answer {}

    record Failed(Problem problem) implements Answer {}
}
