package io.duckboard.transform.state;

import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.run.TransformFailure;
import java.util.List;

/** The project as it was read: ready to be shown, or broken. */
public sealed interface ProjectState {

    record Ready(ProjectNodes nodes) implements ProjectState {}

    /** @param failures at least one reason why it cannot be shown */
    record Broken(List<TransformFailure> failures) implements ProjectState {
        public Broken {
            failures = List.copyOf(failures);
        }
    }
}
