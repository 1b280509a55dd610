package io.duckboard.engine.guard;

import io.duckboard.engine.protocol.Problem;

/** Whether a text may run. */
public sealed interface Verdict {

    /** @param sql the very text that was judged, and the only one that may run */
    record Allowed(String sql) implements Verdict {}

    record Refused(Problem problem) implements Verdict {}
}
