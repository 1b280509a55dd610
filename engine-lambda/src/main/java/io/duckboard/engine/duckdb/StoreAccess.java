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
 * For what the database signs its requests to the store: the lake, but of what is private there only what one query is
 * given. So whatever passes the guard, the store itself refuses.
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

    /** Replaces what was handed over before, if it was other. Works on a locked database too. */
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

    /** Signs for these files too, until it is closed. */
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

    /** Whether keys could not be taken back: then the database is to be closed. */
    public boolean isAstray() {
        return astray;
    }

    private record Keys(S3Endpoint endpoint, S3Keys keys) {}
}
