package io.duckboard.client.mapreduce;

/** A map-reduce has no answer; the message says which part of it failed and why. */
public final class MapReduceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String hint;

    MapReduceException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    static MapReduceException cancelled() {
        return new MapReduceException("The map-reduce was cancelled.", "");
    }

    /** What to do about it; may be empty. */
    public String hint() {
        return hint;
    }
}
