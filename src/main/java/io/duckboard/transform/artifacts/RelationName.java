package io.duckboard.transform.artifacts;

import io.duckboard.engine.sql.Quoted;

/** The name of a table in dbt's tools. The lake has no databases or schemas, so they come from dbt's profile. */
final class RelationName {

    static final String DATABASE = "duckboard";
    static final String SCHEMA = "main";

    private RelationName() {}

    /** Returns the name as queries use it. */
    static String of(String table) {
        return Quoted.name(table);
    }
}
