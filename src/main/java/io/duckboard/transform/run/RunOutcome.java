package io.duckboard.transform.run;

import java.util.List;

/** How a run ended. */
public sealed interface RunOutcome {

    /**
     * What it built is there for everyone.
     *
     * @param notes what could not be done after publishing, such as a copy
     */
    record Published(List<String> notes) implements RunOutcome {
        public Published {
            notes = List.copyOf(notes);
        }
    }

    /** There was nothing to publish, and no test failed. */
    record Tested() implements RunOutcome {}

    /** A failure kept everything back: all is as it was before. */
    record KeptBack() implements RunOutcome {}

    record Cancelled() implements RunOutcome {}

    /** It could not begin or go on, or what it built could not be published. */
    record Failed(TransformFailure failure) implements RunOutcome {}
}
