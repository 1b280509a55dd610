package io.duckboard.engine.lambda;

/** What calls leave behind in this process, which the next one would have to do with. */
final class Wear {

    private AddressSpace space = AddressSpace.UNBOUNDED;
    private boolean suffered;
    private boolean worn;

    /** Takes the process as it is now for a fresh one. */
    void settle() {
        space = AddressSpace.asOfNow();
    }

    /** A call begins. One that does not come to its {@link #end} met what nobody foresaw: it may leave anything. */
    void begin() {
        suffered = false;
        worn = true;
    }

    /** The call has filled the memory or harmed the database. */
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
