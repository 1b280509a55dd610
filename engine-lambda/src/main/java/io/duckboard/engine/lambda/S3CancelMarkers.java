package io.duckboard.engine.lambda;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.duckdb.Database;
import io.duckboard.engine.duckdb.DatabaseSettings;
import io.duckboard.engine.duckdb.StoreAccess;
import io.duckboard.engine.duckdb.StoredFiles;
import io.duckboard.engine.lake.CancelMarkers;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.lake.S3Keys;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Markers on S3, accessed through a small DuckDB of their own. It is opened when a query has lasted a second or is
 * cancelled, can reach only the folder of the markers, and is independent of the busy one. The bucket's lifecycle
 * removes old markers.
 */
final class S3CancelMarkers implements CancelMarkers {

    /** A marker is only one line, but DuckDB needs some memory to write it. */
    private static final int MEMORY_MEGABYTES = 100;

    private final String folder;
    private final EngineSettings.Store store;
    private final Path temporaryDirectory;
    private @Nullable Database database;
    private @Nullable S3Keys handedOver;

    S3CancelMarkers(LakeLocation.Bucket workspace, EngineSettings.Store store, Path temporaryDirectory) {
        this(workspace + "/" + LakeLayout.CONTROL + "/", store, temporaryDirectory);
    }

    /** The folder where functions look that do not know {@code _duckboard/}. */
    static S3CancelMarkers ofLayoutBefore(
            LakeLocation.Bucket workspace, EngineSettings.Store store, Path temporaryDirectory) {
        return new S3CancelMarkers(workspace + "/control/", store, temporaryDirectory);
    }

    private S3CancelMarkers(String folder, EngineSettings.Store store, Path temporaryDirectory) {
        this.folder = folder;
        this.store = store;
        this.temporaryDirectory = temporaryDirectory;
    }

    @Override
    public synchronized void cancel(UUID queryId) throws LakeException {
        try {
            open().change("COPY (SELECT 'cancelled') TO '" + folder + queryId + "' (FORMAT csv, HEADER false)");
        } catch (SQLException e) {
            throw new LakeException(
                    Problem.of(
                            ErrorCode.LAKE_UNAVAILABLE,
                            "The query cannot be cancelled: the lake's _duckboard/ cannot be written.",
                            "Check the rights there. The query ends at its deadline at the latest."),
                    e);
        }
    }

    @Override
    public synchronized boolean isCancelled(UUID queryId) {
        try {
            Database opened = open();
            var prefixes = Prefixes.of(folder);
            return new StoredFiles(opened, prefixes, new StoreAccess(opened, prefixes))
                    .read(folder + queryId)
                    .isPresent();
        } catch (LakeException | SQLException e) {
            // The next check is in a second. Until then the query goes on, and its deadline still applies.
            return false;
        }
    }

    private Database open() throws SQLException, LakeException {
        Database opened = database;
        if (opened == null) {
            opened = Database.open(new DatabaseSettings(
                    List.of(folder), 1, MEMORY_MEGABYTES, temporaryDirectory, 0, Optional.of(store.httpfs())));
            database = opened;
        }
        S3Keys keys = store.credentials().keys();
        if (!keys.equals(handedOver)) {
            opened.unlock(List.of(folder), store.endpoint(), keys);
            handedOver = keys;
        }
        return opened;
    }
}
