package io.duckboard.transform.artifacts;

import io.duckboard.engine.sql.Quoted;

/** What dbt's tools call a table. The lake has neither databases nor schemas, so these are those of dbt's profile. */
final class RelationName {

    static final String DATABASE = "duckboard";
    static final String SCHEMA = "main";

    private RelationName() {}

    /** As queries name it. */
    static String of(String table) {
        return Quoted.name(table);
    }
}
