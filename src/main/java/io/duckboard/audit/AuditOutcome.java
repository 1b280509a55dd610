package io.duckboard.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How something ended that somebody did. */
public enum AuditOutcome {
    ANSWERED,
    /** The answer was known, and nothing was read for it. */
    UNCHANGED,
    EXPORTED,
    /** A file was sent as a whole. */
    SENT,
    /** A run has put its results in place. */
    PUBLISHED,
    /** A run had nothing to publish, and no test failed. */
    TESTED,
    SIGNED_IN,
    SIGNED_OUT,
    CHANGED,
    CANCELLED,
    /** Somebody wants something to be cancelled that goes on for a moment. */
    CANCELLING,
    /** A failure kept a run from publishing. */
    KEPT_BACK,
    TIMED_OUT,
    /** A limit was reached. */
    LIMITED,
    /** Whoever asked may not do it. */
    REFUSED,
    FAILED,
    BROKEN_OFF,
    /** No engine answered. */
    UNREACHABLE;

    /** Returns the name that lines and people use, for example {@code timed-out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody got what they wanted. */
    public boolean isGood() {
        return compareTo(CANCELLED) < 0;
    }

    static Optional<AuditOutcome> named(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
