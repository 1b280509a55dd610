package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import org.duckdb.DuckDBConnection;

/** Tables of one query alone: temporary views, which its connection alone sees and takes with it. */
public sealed interface TemporaryViews permits PartsView, BuiltModels {

    /**
     * Shows them, before tables of the lake that have the same names.
     *
     * @param prefixes which no message may name
     * @param guard that judges SQL which comes with the request
     * @throws LakeException if one cannot be shown
     */
    void showTo(DuckDBConnection connection, Prefixes prefixes, Guard guard) throws LakeException;
}
