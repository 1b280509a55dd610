package io.duckboard.engine.lambda;

import java.util.OptionalLong;

/**
 * The address space that this process may have: what a wrapper's {@code ulimit -v} bounds, on AWS as on a laptop. Memory
 * that a query has given back may go on taking it, and where there is none left, no thread can be started.
 */
final class AddressSpace {

    /** Where nothing bounds it. */
    static final AddressSpace UNBOUNDED = new AddressSpace(Long.MAX_VALUE);

    private static final long KEPT_FREE_PERCENT = 15;
    private static final long BYTES_PER_KIB = 1_024;

    private final long mostKib;

    private AddressSpace(long mostKib) {
        this.mostKib = mostKib;
    }

    /**
     * Scarce when less than 15 % of it is left. A process that starts with little more, as with many processors' threads
     * or small memory, would never be good enough: there it is scarce when half is gone of what is left now.
     */
    static AddressSpace asOfNow() {
        OptionalLong bound = ProcessAccount.number("/proc/self/limits", "Max address space");
        OptionalLong now = taken();
        if (bound.isEmpty() || now.isEmpty()) {
            return UNBOUNDED;
        }
        long kib = bound.getAsLong() / BYTES_PER_KIB;
        return new AddressSpace(
                Math.max(kib - kib * KEPT_FREE_PERCENT / 100, now.getAsLong() + (kib - now.getAsLong()) / 2));
    }

    boolean isScarce() {
        if (mostKib == Long.MAX_VALUE) {
            return false;
        }
        OptionalLong now = taken();
        return now.isPresent() && now.getAsLong() > mostKib;
    }

    /** In KiB. */
    private static OptionalLong taken() {
        return ProcessAccount.number("/proc/self/status", "VmSize:");
    }
}
