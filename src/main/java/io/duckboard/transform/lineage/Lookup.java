package io.duckboard.transform.lineage;

/** What comes of looking for a column by its name. */
sealed interface Lookup {

    record Found(Origin origin) implements Lookup {}

    /** It is this, if it is nowhere else: of this table nobody knows all columns. */
    record Supposed(Origin origin) implements Lookup {}

    record Absent() implements Lookup {}
}
