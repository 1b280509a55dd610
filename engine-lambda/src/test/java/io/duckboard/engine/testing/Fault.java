package io.duckboard.engine.testing;

/** A failure that can happen between an engine and S3. */
public sealed interface Fault {

    /**
     * The store refuses the request.
     *
     * @param header a whole header line, or empty
     * @param code S3's own, such as SlowDown
     */
    record Refusal(int status, String header, String code) implements Fault {}

    /** The answer's head and half of its body arrive, then the connection breaks. */
    record Reset() implements Fault {}

    /** The request is accepted and never answered. */
    record Hang() implements Fault {}

    /** Something happens just before the store sees the request. */
    record Meanwhile(Runnable event) implements Fault {}
}
