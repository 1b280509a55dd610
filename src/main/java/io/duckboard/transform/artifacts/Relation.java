package io.duckboard.transform.artifacts;

import io.duckboard.engine.sql.Quoted;

/** Where dbt's tools show a table: the lake has neither databases nor schemas, so these are dbt's profile's. */
final class Relation {

    static final String DATABASE = "duckboard";
    static final String SCHEMA = "main";

    private Relation() {}

    /** As queries name it. */
    static String name(String table) {
        return Quoted.name(table);
    }
}
