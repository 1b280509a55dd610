package io.duckboard.engine.lambda;

/** Records what calls leave behind in this process and what would affect the next call. */
final class Wear {

    private AddressSpace space = AddressSpace.UNBOUNDED;
    private boolean suffered;
    private boolean worn;

    /** Takes the current state of the process as fresh. */
    void settle() {
        space = AddressSpace.asOfNow();
    }

    /**
     * Called when a call begins. A call that does not reach its {@link #end} had an unforeseen failure and may leave
     * anything.
     */
    void begin() {
        suffered = false;
        worn = true;
    }

    /** The call has filled the memory or damaged the database. */
    void suffer() {
        suffered = true;
    }

    void end() {
        worn = suffered || space.isScarce();
    }

    boolean isWorn() {
        return worn;
    }

    boolean isMemoryScarce() {
        return space.isScarce();
    }
}
