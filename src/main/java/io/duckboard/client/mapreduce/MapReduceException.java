package io.duckboard.client.mapreduce;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.failure.FailureException;

/** A map-reduce failed. The message says which part of it failed and why. */
public final class MapReduceException extends FailureException {

    private static final long serialVersionUID = 1L;

    MapReduceException(Failure failure) {
        super(failure);
    }

    static MapReduceException cancelled() {
        return new MapReduceException(new Failure("The map-reduce was cancelled.", ""));
    }
}
