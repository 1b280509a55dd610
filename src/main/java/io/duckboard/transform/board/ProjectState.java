package io.duckboard.transform.board;

import java.util.List;

/** What there is of the project. */
public sealed interface ProjectState {

    record Ready(Board board) implements ProjectState {}

    /** @param faults why it cannot be shown; at least one */
    record Broken(List<Fault> faults) implements ProjectState {
        public Broken {
            faults = List.copyOf(faults);
        }
    }
}
