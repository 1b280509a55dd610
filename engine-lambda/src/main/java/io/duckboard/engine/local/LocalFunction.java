package io.duckboard.engine.local;

/** A function that can be invoked. */
interface LocalFunction extends AutoCloseable {

    Outcome invoke(InvokeRequest request) throws InterruptedException;

    /** Prepares for the first call, without waiting until it is ready. */
    void warm();

    @Override
    void close();
}
