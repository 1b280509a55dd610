package io.duckboard.transform.lineage;

/** The result of a search for a column by its name. */
sealed interface ColumnLookup {

    record Found(Origin origin) implements ColumnLookup {}

    /** The column is this one if no other table has it: not all columns of this table are known. */
    record Supposed(Origin origin) implements ColumnLookup {}

    record Absent() implements ColumnLookup {}
}
