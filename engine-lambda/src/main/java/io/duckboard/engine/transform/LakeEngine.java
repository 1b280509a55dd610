package io.duckboard.engine.transform;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.protocol.BuiltModel;
import java.util.List;

/** What the transform has the engine do: all SQL of it passes the guard, as any query's does. */
public interface LakeEngine {

    /** Rows of a query. {@code built} are seen before tables of the lake, each after those it reads. */
    Result ask(String sql, List<BuiltModel> built);

    /** Writes all rows of a query into Parquet. */
    Result write(String sql, List<BuiltModel> built, Drafts drafts);

    /** Where the rows that fail a test are kept: a whole answer of its own name. */
    Draft answer(RemoteFiles files) throws LakeException;

    /** The tables as they are now. */
    Catalog catalog() throws LakeException;

    /** The parser's tree of a text, or an object that says why there is none. */
    String tree(String sql) throws LakeException;

    /** Whether nobody waits for the answer any more: it was cancelled, or its time is over. */
    boolean isStopped();

    /** Begins what a query's rows are written into. */
    @FunctionalInterface
    interface Drafts {
        Draft begin(RemoteFiles files) throws LakeException;
    }
}
