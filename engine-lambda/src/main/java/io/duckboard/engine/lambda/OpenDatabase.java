package io.duckboard.engine.lambda;

import io.duckboard.engine.duckdb.Database;
import io.duckboard.engine.duckdb.LakeViews;
import io.duckboard.engine.duckdb.Phases;
import io.duckboard.engine.duckdb.QueryRunner;
import io.duckboard.engine.duckdb.StoreAccess;
import io.duckboard.engine.duckdb.StoredFiles;
import io.duckboard.engine.lake.LakePaths;
import io.duckboard.engine.lake.Prefixes;
import java.util.List;

/** A database and the objects that query it. */
record OpenDatabase(
        Database database,
        List<String> places,
        LakePaths paths,
        LakeViews views,
        QueryRunner runner,
        StoreAccess access,
        StoredFiles files) {

    static OpenDatabase of(Database database, List<String> places, Prefixes prefixes, LakePaths paths, Phases phases) {
        var views = new LakeViews(database, prefixes, paths);
        var access = new StoreAccess(database, prefixes);
        return new OpenDatabase(
                database,
                places,
                paths,
                views,
                new QueryRunner(database, prefixes, paths, views, phases),
                access,
                new StoredFiles(database, prefixes, access));
    }
}
