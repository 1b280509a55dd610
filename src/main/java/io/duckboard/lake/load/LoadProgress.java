package io.duckboard.lake.load;

/** Is notified of the progress of a load, or of a listing. */
public interface LoadProgress {

    /** Ignores all progress. */
    LoadProgress SILENT = (what, total) -> bytes -> {};

    /**
     * Begins the next step.
     *
     * @param what the step, without a full stop
     * @param bytes how many bytes the step will process; 0 if they are not counted
     */
    Step begin(String what, long bytes);

    /** One step; it ends when it is closed. */
    interface Step extends AutoCloseable {

        /** @param amount bytes, or files if the step lists them */
        void advance(long amount);

        @Override
        default void close() {}
    }
}
