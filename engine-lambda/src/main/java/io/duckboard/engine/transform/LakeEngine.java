package io.duckboard.engine.transform;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.protocol.BuiltModel;
import java.util.List;

/** The operations that the transform needs from the engine. All SQL passes the guard, like the SQL of any query. */
public interface LakeEngine {

    /** The rows of a query. {@code built} hides tables of the lake; each model comes after those it reads. */
    Result ask(String sql, List<BuiltModel> built);

    /** Writes all rows of a query as Parquet. */
    Result write(String sql, List<BuiltModel> built, Drafts drafts);

    /** Where the rows that fail a test are kept: a whole answer under a name of its own. */
    Draft answer(RemoteFiles files) throws LakeException;

    /** The current tables. */
    Catalog catalog() throws LakeException;

    /** The parser's tree of a text, or an object that says why there is none. */
    String tree(String sql) throws LakeException;

    /** Whether the answer is no longer wanted: it was cancelled, or its time is over. */
    boolean isStopped();

    /** Creates the draft that a query's rows are written into. */
    @FunctionalInterface
    interface Drafts {
        Draft begin(RemoteFiles files) throws LakeException;
    }
}
