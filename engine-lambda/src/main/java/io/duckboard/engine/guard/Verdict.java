package io.duckboard.engine.guard;

import io.duckboard.engine.protocol.Problem;
import java.util.List;

/** Whether a text may run. */
public sealed interface Verdict {

    /**
     * @param sql the very text that was judged, and the only one that may run; as long as the caller's own, so that
     *     positions in it are positions in his
     * @param parameters the names of the values for $1, $2, … in order
     */
    record Allowed(String sql, List<String> parameters) implements Verdict {
        public Allowed {
            parameters = List.copyOf(parameters);
        }
    }

    record Refused(Problem problem) implements Verdict {}
}
