package io.duckboard.engine.lambda;

import java.util.OptionalLong;

/**
 * The address space that this process may use, as limited by {@code ulimit -v} in a wrapper, on AWS and on a laptop.
 * Memory that a query has released may continue to use address space, and when none is left, no thread can be started.
 */
final class AddressSpace {

    /** Used if there is no limit. */
    static final AddressSpace UNBOUNDED = new AddressSpace(Long.MAX_VALUE);

    private static final long KEPT_FREE_PERCENT = 15;
    private static final long BYTES_PER_KIB = 1_024;

    private final long mostKib;

    private AddressSpace(long mostKib) {
        this.mostKib = mostKib;
    }

    /**
     * Address space is scarce when less than 15 % of it is left. A process that starts with little more, because of
     * many processors' threads or small memory, would never pass. There it is scarce when half of what is left now is
     * gone.
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
