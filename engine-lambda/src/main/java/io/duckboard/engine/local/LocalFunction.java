package io.duckboard.engine.local;

/** A function that can be invoked. */
interface LocalFunction extends AutoCloseable {

    Outcome invoke(InvokeRequest request) throws InterruptedException;

    /** Gets ready for the first call, without waiting for it. */
    void warm();

    @Override
    void close();
}
