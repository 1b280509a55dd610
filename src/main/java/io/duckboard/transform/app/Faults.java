package io.duckboard.transform.app;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.board.Fault;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.ProjectError;
import io.duckboard.transform.project.ProjectException;
import java.util.List;
import java.util.Optional;

/** What went wrong in a project or in a run, for the page. */
final class Faults {

    private Faults() {}

    static List<Fault> of(ProjectException broken) {
        return broken.errors().stream().map(Faults::of).toList();
    }

    /** A run's, of no node. */
    static Fault of(Problem problem) {
        return new Fault(Optional.empty(), problem.message(), problem.hint().orElse(""));
    }

    /** A node's, at the line that it comes from. */
    static Fault of(Problem problem, Place place) {
        return new Fault(text(place), problem.message(), problem.hint().orElse(""));
    }

    private static Fault of(ProjectError error) {
        return new Fault(text(error.place()), error.message(), error.hint());
    }

    private static Optional<String> text(Place place) {
        return place.file().isEmpty() ? Optional.empty() : Optional.of(place.toString());
    }
}
