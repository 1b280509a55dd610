package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.lake.S3Keys;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits the paths for which the database signs its requests to the store. It signs for the lake, but for private
 * files only if they belong to the running query. So the store itself refuses whatever gets past the guard.
 */
public final class StoreAccess {

    private static final String LAKE = "lake";
    private static final String PRIVATE = "private";

    private final Database database;
    private final List<String> places;
    private @Nullable Keys handedOver;
    private int grants;
    private boolean astray;

    public StoreAccess(Database database, Prefixes prefixes) {
        this.database = database;
        this.places = prefixes.remote();
    }

    /** Replaces the keys set before, if they differ. Also works on a locked database. */
    public void handOver(S3Endpoint endpoint, S3Keys keys) throws SQLException {
        var now = new Keys(endpoint, keys);
        if (!now.equals(handedOver)) {
            List<String> ofDuckboard = Stream.concat(Stream.of(LakeLayout.PRIVATE), LakeLayout.BEFORE.stream())
                    .flatMap(folder -> places.stream().map(place -> place + folder + "/"))
                    .toList();
            database.change(S3Secret.create(PRIVATE, ofDuckboard, endpoint, S3Keys.NONE));
            database.change(S3Secret.create(LAKE, places, endpoint, keys));
            handedOver = now;
        }
    }

    /** Also signs for these files until the result is closed. */
    RemoteFiles.Grant grant(List<String> uris) throws LakeException {
        if (uris.isEmpty()) {
            return () -> {};
        }
        if (handedOver == null) {
            throw new IllegalStateException("There are no keys to give");
        }
        String name = "answers" + grants++;
        try {
            database.change(S3Secret.create(name, uris, handedOver.endpoint(), handedOver.keys()));
        } catch (SQLException e) {
            throw new LakeException(Problem.of(ErrorCode.INTERNAL, "An answer's file cannot be opened."), e);
        }
        return () -> takeBack(name);
    }

    private void takeBack(String name) {
        try {
            database.change(S3Secret.drop(name));
        } catch (SQLException e) {
            astray = true;
        }
    }

    /** Whether keys could not be revoked. If so, the database must be closed. */
    public boolean isAstray() {
        return astray;
    }

    private record Keys(S3Endpoint endpoint, S3Keys keys) {}
}
