package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import org.duckdb.DuckDBConnection;

/** Makes tables for one query as temporary views. Only its connection sees them, and they disappear with it. */
public sealed interface TemporaryViews permits PartsView, BuiltModels {

    /**
     * Makes the views. They hide tables of the lake that have the same names.
     *
     * @param prefixes that must not appear in any message
     * @param guard judges SQL that comes with the request
     * @throws LakeException if one of the views cannot be made
     */
    void showTo(DuckDBConnection connection, Prefixes prefixes, Guard guard) throws LakeException;

    boolean isEmpty();
}
