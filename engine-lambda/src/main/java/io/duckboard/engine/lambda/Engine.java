package io.duckboard.engine.lambda;

import io.duckboard.engine.duckdb.Database;
import io.duckboard.engine.duckdb.DatabaseSettings;
import io.duckboard.engine.duckdb.LakeViews;
import io.duckboard.engine.duckdb.QueryRunner;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.lake.FolderLake;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Snapshot;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Request;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One warm, locked database over one lake, for one query at a time. It follows the lake's catalog: before each query it
 * looks whether something was published, and a query reads one snapshot.
 */
final class Engine {

    /** Lambda allows as much as its /tmp has, and 512 MB is the least that any function has. */
    private static final int SPILL_MEGABYTES = 400;

    private static final String OWN_VERSION =
            Objects.requireNonNullElse(Engine.class.getPackage().getImplementationVersion(), "from its sources");

    private static final int PRIMING_BYTES = 1_000;

    private final EngineSettings settings;
    private final FolderLake lake;
    private Snapshot snapshot = Snapshot.EMPTY;
    private List<Path> readable = List.of();
    private @Nullable Opened opened;
    private String version = "";

    Engine(EngineSettings settings, FolderLake lake) {
        this.settings = settings;
        this.lake = lake;
    }

    /** Opens and asks once, so that the first caller need not wait for it. */
    void prime() {
        // What fails here fails again for the first caller, who is told.
        answer(Request.Query.of("SELECT 1"), columns -> PRIMING_BYTES);
    }

    /** @param room bytes the rows may take as JSON, given their columns */
    Result answer(Request.Query query, ToIntFunction<List<Column>> room) {
        try {
            Opened current = open();
            Result result = current.runner().run(query, room);
            if (result instanceof Result.Failed failed) {
                return examined(failed, current);
            }
            return result;
        } catch (LakeException e) {
            return new Result.Failed(e.problem(), false);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be opened", e);
        }
    }

    String version() {
        return version;
    }

    String catalogVersion() {
        return snapshot.version();
    }

    private Opened open() throws LakeException, SQLException {
        Snapshot now = lake.snapshot(snapshot);
        if (opened != null && now.equals(snapshot)) {
            return opened;
        }
        // Which folders may be read is locked with all else, so new ones need a new instance.
        List<Path> folders = lake.readableDirectories();
        if (opened == null || !folders.equals(readable)) {
            close();
            opened = Opened.of(Database.open(databaseSettings(folders)), lake.root());
            version =
                    "Duckboard " + OWN_VERSION + ", DuckDB " + opened.database().version();
        }
        opened.views().show(now.catalog());
        snapshot = now;
        readable = folders;
        return opened;
    }

    /** A failure nobody expected may have left the database unfit: then the next query gets a new one. */
    private Result examined(Result.Failed failed, Opened current) throws SQLException {
        if (failed.unexpected() && !current.database().isHealthy()) {
            close();
        }
        return current.views()
                .problemOf(failed.problem())
                .<Result>map(problem -> new Result.Failed(problem, false))
                .orElse(failed);
    }

    private void close() throws SQLException {
        if (opened != null) {
            Opened old = opened;
            opened = null;
            old.database().close();
        }
    }

    private DatabaseSettings databaseSettings(List<Path> folders) {
        return new DatabaseSettings(
                folders,
                Runtime.getRuntime().availableProcessors(),
                settings.databaseMegabytes(),
                settings.temporaryDirectory(),
                SPILL_MEGABYTES);
    }

    private record Opened(Database database, LakeViews views, QueryRunner runner) {
        static Opened of(Database database, Path lake) {
            return new Opened(database, new LakeViews(database, lake), new QueryRunner(database, lake.toString()));
        }
    }
}
