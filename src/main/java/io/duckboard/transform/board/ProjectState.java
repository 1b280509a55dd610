package io.duckboard.transform.board;

import io.duckboard.transform.run.Failure;
import java.util.List;

/** What there is of the project. */
public sealed interface ProjectState {

    record Ready(Board board) implements ProjectState {}

    /** @param failures why it cannot be shown; at least one */
    record Broken(List<Failure> failures) implements ProjectState {
        public Broken {
            failures = List.copyOf(failures);
        }
    }
}
