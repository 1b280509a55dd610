package io.duckboard.client;

import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.security.Asker;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Answers SQL over the lake: the deployed Lambda, or the same engine on this machine. */
public interface QueryEngine {

    /**
     * Asks for rows and waits for the outcome. It never throws because of what an engine, a network or a query does.
     *
     * @param query a query without {@link Request.Query#into}
     */
    RowsOutcome ask(Request.Query query);

    /** Does the same for the whole answer, which is written to a file. */
    ExportOutcome export(Request.Query query, Export into);

    /**
     * Asks for rows on behalf of one of several callers who share this engine. Where calls queue up, callers take
     * turns. Where each call has a machine of its own, it does not matter who asks. What is answered to one role is not
     * kept for another.
     */
    default RowsOutcome ask(Request.Query query, Asker asker) {
        return ask(query);
    }

    /** Does the same for the whole answer, which is written to a file. */
    default ExportOutcome export(Request.Query query, Export into, Asker asker) {
        return export(query, into);
    }

    /**
     * Cancels a query whose answer is no longer wanted. The query's own outcome tells whether the cancel came in time.
     * It never throws because of what an engine or a network does.
     */
    CancelOutcome cancel(UUID queryId);

    /**
     * Reads a whole answer from where the engine has put it, which takes as long as its bytes take to arrive. The
     * caller must close the stream.
     *
     * @throws IOException with a sentence, if the file cannot be fetched; the stream throws it too, if it breaks
     *     off
     */
    InputStream open(ResultFile file) throws IOException;

    /**
     * Returns where the files that the engine reads are stored: folders of this machine or s3://bucket/prefix. It lets
     * callers hide these places. The list is empty if only the engine knows them.
     */
    default List<String> places() {
        return List.of();
    }

    /** Whether a call could be answered, as far as that can be known without making one. */
    default boolean isReady() {
        return true;
    }

    /** Returns what is known of the engine without a call of it. */
    default EngineFacts facts() {
        return EngineFacts.of(description());
    }

    /** Describes the engine for people, for example {@code duckboard-query on this machine}. */
    String description();
}
