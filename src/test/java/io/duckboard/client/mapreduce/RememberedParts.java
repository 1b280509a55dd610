package io.duckboard.client.mapreduce;

import io.duckboard.client.CallFailure;
import io.duckboard.client.CancelOutcome;
import io.duckboard.client.ExportOutcome;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An engine that writes each part once, and returns the same file when the part is asked for again. Queries for rows
 * run each time.
 */
record RememberedParts(QueryEngine engine, Map<String, ExportOutcome> parts) implements QueryEngine {

    static RememberedParts of(QueryEngine engine) {
        return new RememberedParts(engine, new ConcurrentHashMap<>());
    }

    @Override
    public RowsOutcome ask(Request.Query query) {
        return engine.ask(query);
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into) {
        ExportOutcome outcome = parts.computeIfAbsent(query.sql(), sql -> engine.export(query, into));
        if (outcome instanceof CallFailure) {
            parts.remove(query.sql());
        }
        return outcome;
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        return engine.cancel(queryId);
    }

    @Override
    public InputStream open(ResultFile file) throws IOException {
        return engine.open(file);
    }

    @Override
    public String description() {
        return engine.description();
    }
}
