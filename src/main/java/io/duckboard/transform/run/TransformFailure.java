package io.duckboard.transform.run;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.ProjectError;
import java.util.Optional;

/**
 * The reason why a node or a run failed.
 *
 * @param code the engine's code; empty if the failure is not the engine's, or if a file does not state the code
 * @param place the place in the project; empty if the failure concerns no file
 * @param hint what to do about it
 */
public record TransformFailure(Optional<ErrorCode> code, Optional<Place> place, String message, Optional<String> hint) {

    /** Makes a failure of the run as a whole, from the engine's problem. */
    public static TransformFailure of(Problem problem) {
        return new TransformFailure(Optional.of(problem.code()), Optional.empty(), problem.message(), problem.hint());
    }

    /** Makes a failure of a node, from the engine's problem. */
    public static TransformFailure of(Problem problem, Place place) {
        return new TransformFailure(Optional.of(problem.code()), Optional.of(place), problem.message(), problem.hint());
    }

    /** Makes a failure from an error in a project that does not compile. */
    public static TransformFailure of(ProjectError error) {
        return new TransformFailure(
                Optional.empty(),
                Optional.of(error.place()).filter(place -> !place.file().isEmpty()),
                error.message(),
                Optional.of(error.hint()).filter(hint -> !hint.isEmpty()));
    }

    /** Makes a failure of Duckboard's own. */
    public static TransformFailure of(String message, String hint) {
        return new TransformFailure(Optional.empty(), Optional.empty(), message, Optional.of(hint));
    }

    /** Returns what happened, and where. */
    public String placed() {
        return place.map(known -> known + ": ").orElse("") + message;
    }
}
