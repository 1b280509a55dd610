package io.duckboard.engine.testing;

/** What can go wrong between an engine and S3. */
public sealed interface Fault {

    /**
     * The store refuses.
     *
     * @param header a whole header line, or empty
     * @param code S3's own, such as SlowDown
     */
    record Refusal(int status, String header, String code) implements Fault {}

    /** The answer's head and half of its body come, then the connection breaks. */
    record Reset() implements Fault {}

    /** The request is taken and never answered. */
    record Hang() implements Fault {}

    /** Something happens just before the store sees the request. */
    record Meanwhile(Runnable event) implements Fault {}
}
