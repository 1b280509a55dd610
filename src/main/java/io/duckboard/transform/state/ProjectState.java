package io.duckboard.transform.state;

import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.run.Failure;
import java.util.List;

/** What there is of the project. */
public sealed interface ProjectState {

    record Ready(ProjectNodes nodes) implements ProjectState {}

    /** @param failures why it cannot be shown; at least one */
    record Broken(List<Failure> failures) implements ProjectState {
        public Broken {
            failures = List.copyOf(failures);
        }
    }
}
