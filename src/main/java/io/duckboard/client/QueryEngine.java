package io.duckboard.client;

import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Something that answers SQL over the lake: the deployed Lambda, or the same on this machine. */
public interface QueryEngine {

    /**
     * Asks for rows and waits for the outcome. Never throws for what an engine, a network or a query can do.
     *
     * @param query without {@link Request.Query#into}
     */
    RowsOutcome ask(Request.Query query);

    /** The same for the whole answer, written into a file. */
    ExportOutcome export(Request.Query query, Export into);

    /**
     * Asks for rows for one of several who share this engine. Where calls queue up, callers take turns; where each has a
     * machine of its own, it does not matter who asks.
     */
    default RowsOutcome ask(Request.Query query, CallerId caller) {
        return ask(query);
    }

    /** The same for the whole answer, written into a file. */
    default ExportOutcome export(Request.Query query, Export into, CallerId caller) {
        return export(query, into);
    }

    /**
     * Says that nobody wants a query's answer any more; the query itself tells by its outcome whether that came in
     * time. Never throws for what an engine or a network can do.
     */
    CancelOutcome cancel(UUID queryId);

    /**
     * Reads a whole answer from where the engine has put it, which takes as long as its bytes do. To be closed.
     *
     * @throws IOException with a sentence, if the file cannot be had; and from the stream, if it breaks off
     */
    InputStream open(ResultFile file) throws IOException;

    /**
     * Where the files that it reads lie, folders of this machine or s3://bucket/prefix: for whoever must not show that.
     * Empty where only the engine knows.
     */
    default List<String> places() {
        return List.of();
    }

    /** Which engine this is, for people: {@code duckboard-query on this machine}. */
    String description();
}
