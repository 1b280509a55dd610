package io.duckboard.lake.load;

/** Is told how a load gets on. */
public interface LoadProgress {

    /** Tells nobody. */
    LoadProgress SILENT = (what, total) -> bytes -> {};

    /**
     * The next step begins.
     *
     * @param what the step, without a full stop
     * @param bytes how many it will take; 0 if they are not counted
     */
    Step begin(String what, long bytes);

    /** One step; it ends when it is closed. */
    interface Step extends AutoCloseable {

        void advance(long bytes);

        @Override
        default void close() {}
    }
}
