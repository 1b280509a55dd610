package io.duckboard.engine.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a request: rows, the file that contains them, or the reason why there are none. */
public sealed interface Answer {

    /**
     * Rows as JSON values in Java: String, Boolean, Integer, Long, BigInteger, BigDecimal, List, Map, or null. Numbers
     * are exact: a DECIMAL or HUGEINT from DuckDB is the same number here. Only -0.0 is a Double.
     *
     * @param rows one list per row, with one value per column, in the order of {@link Metadata#columns()}
     */
    record Rows(Metadata metadata, List<List<@Nullable Object>> rows) implements Answer {}

    /** The whole answer is in a file of the lake. */
    record Exported(Metadata metadata, ResultFile file) implements Answer {}

    /** The answer that the caller holds is still right: see {@link Request.Query#unless}. */
    record Unchanged(Metadata metadata) implements Answer {}

    record Failed(Problem problem) implements Answer {}
}
