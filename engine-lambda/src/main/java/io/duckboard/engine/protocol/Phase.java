package io.duckboard.engine.protocol;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * A part of the work on an answer.
 *
 * @param begin since the request was parsed
 */
public record Phase(Name name, Duration begin, Duration took) {

    /** An answer tells of no more: a query that is begun again has its parts twice. */
    public static final int MOST = 16;

    /** No phases of an answer are longer than these as JSON. */
    public static final List<Phase> LONGEST =
            Collections.nCopies(MOST, new Phase(Name.CATALOG, Duration.ofDays(100), Duration.ofDays(100)));

    /** The parts, in their usual order. */
    public enum Name {
        /** Looking whether the lake has changed, and showing its tables. */
        CATALOG,
        /** Judging the SQL. */
        GUARD,
        /** Running it, until the first row. */
        QUERY,
        /** Reading rows and writing them as JSON. */
        ROWS
    }
}
