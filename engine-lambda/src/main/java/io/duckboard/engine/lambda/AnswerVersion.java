package io.duckboard.engine.lambda;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.guard.Reads;
import io.duckboard.engine.lake.Lake;
import io.duckboard.engine.lake.Snapshot;
import io.duckboard.engine.protocol.Request;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The version of the answer that a query is about to have, if its caller may hold that answer. */
final class AnswerVersion {

    /** To ask about more files would take about as long as to read them. */
    private static final int MOST_ASKED = 16;

    private final Lake lake;
    private volatile Optional<String> now = Optional.empty();

    AnswerVersion(Lake lake) {
        this.lake = lake;
    }

    /** Called before each query. */
    void forget() {
        now = Optional.empty();
    }

    /** The version of the last answer; empty if nobody asked for it or nobody may hold the answer. */
    Optional<String> ofLast() {
        return now;
    }

    /**
     * Whether the caller holds the answer that the query would have.
     *
     * @param engine the versions of the engine and of DuckDB
     * @param catalog the version of the tables that the query reads
     * @param changing the files among them that others may change
     */
    boolean isHeld(Request.Query query, Reads reads, String engine, String catalog, List<Catalog.File> changing) {
        if (query.unless().isEmpty() || !query.parts().isEmpty() || !reads.areRepeatable()) {
            return false;
        }
        now = reads.areOfNothing() ? Optional.of(Snapshot.digest(engine)) : of(engine, catalog, changing);
        return now.equals(query.unless());
    }

    /** The files of others are asked about before the query reads them, so the answer is never older than its version. */
    private Optional<String> of(String engine, String catalog, List<Catalog.File> changing) {
        if (changing.size() > MOST_ASKED) {
            return Optional.empty();
        }
        try {
            String files = changing.isEmpty() ? "" : lake.versions(changing);
            return Optional.of(Snapshot.digest(String.join("\n", engine, catalog, files)));
        } catch (IOException e) {
            // Whoever reads the file is told what is wrong with it.
            return Optional.empty();
        }
    }
}
