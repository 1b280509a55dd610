package io.duckboard.transform.run;

import java.util.List;

/** How a run ended. */
public sealed interface RunOutcome {

    /**
     * The results are published for everyone.
     *
     * @param notes messages about what failed after publishing, such as a copy
     */
    record Published(List<String> notes) implements RunOutcome {
        public Published {
            notes = List.copyOf(notes);
        }
    }

    /** There was nothing to publish, and no test failed. */
    record Tested() implements RunOutcome {}

    /** A failure prevented publishing: everything is as it was before. */
    record KeptBack() implements RunOutcome {}

    record Cancelled() implements RunOutcome {}

    /** The run could not begin or go on, or its results could not be published. */
    record Failed(TransformFailure failure) implements RunOutcome {}
}
