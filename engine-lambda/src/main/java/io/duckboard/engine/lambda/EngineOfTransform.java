package io.duckboard.engine.lambda;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.duckdb.BuiltModels;
import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.lake.ResultStore;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.transform.LakeEngine;
import java.util.List;

/** The engine as a transform uses it, until it is interrupted. */
record EngineOfTransform(Engine engine, ResultStore results, Interruption interruption) implements LakeEngine {

    /** A transform asks for a single number, or for columns. */
    private static final int ROW_BYTES = 1_000;

    private static final Export.Parquet PARQUET = new Export.Parquet();

    @Override
    public Result ask(String sql, List<BuiltModel> built) {
        Request.Query query = Request.Query.of(sql);
        var own = new BuiltModels(built);
        return engine.ask(
                sql,
                (current, part, currency) -> current.runner().run(query, own, columns -> ROW_BYTES, part, reads -> {
                    currency.begin(reads);
                    return true;
                }),
                interruption);
    }

    @Override
    public Result write(String sql, List<BuiltModel> built, Drafts drafts) {
        Request.Query query = Request.Query.of(sql);
        var own = new BuiltModels(built);
        return engine.write(
                sql,
                current -> {
                    try (Draft draft = drafts.begin(current.files())) {
                        return current.runner().export(query, own, PARQUET, draft, interruption);
                    }
                },
                interruption);
    }

    @Override
    public Draft answer(RemoteFiles files) throws LakeException {
        return results.draft(PARQUET.extension(), files);
    }

    @Override
    public Catalog catalog() throws LakeException {
        engine.current();
        return engine.catalog();
    }

    @Override
    public String tree(String sql) throws LakeException {
        return engine.tree(sql);
    }

    @Override
    public boolean isStopped() {
        return interruption.isWanted();
    }
}
