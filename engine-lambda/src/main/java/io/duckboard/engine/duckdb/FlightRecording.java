package io.duckboard.engine.duckdb;

import java.lang.reflect.Field;

/**
 * Skips the driver's memory events for Java's Flight Recorder. The driver registers them before its first connection
 * whether or not anyone records, and has no switch for that. They need 170 classes and 15 proxies, a fifth of an
 * engine's cold start.
 */
final class FlightRecording {

    private FlightRecording() {}

    /** Makes the driver believe that it has registered its events. Has no effect once a connection is open. */
    static void turnOff() {
        try {
            Field registered = Class.forName("org.duckdb.DuckDBMemoryMonitor").getDeclaredField("initialized");
            registered.setAccessible(true);
            registered.setBoolean(null, true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the DuckDB driver that the engine was built with", e);
        }
    }
}
