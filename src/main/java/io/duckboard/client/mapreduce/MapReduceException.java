package io.duckboard.client.mapreduce;

import io.duckboard.engine.failure.FailureException;

/** A map-reduce has no answer; the message says which part of it failed and why. */
public final class MapReduceException extends FailureException {

    private static final long serialVersionUID = 1L;

    MapReduceException(String message, String hint) {
        super(message, hint);
    }

    static MapReduceException cancelled() {
        return new MapReduceException("The map-reduce was cancelled.", "");
    }
}
