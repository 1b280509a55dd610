package io.duckboard.transform.lineage;

/** What a search for a column by its name finds. */
sealed interface ColumnLookup {

    record Found(Origin origin) implements ColumnLookup {}

    /** It is this one if no other table has it: not all columns of this table are known. */
    record Supposed(Origin origin) implements ColumnLookup {}

    record Absent() implements ColumnLookup {}
}
