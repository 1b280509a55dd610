package io.duckboard.transform.run;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.ProjectError;
import java.util.Optional;

/**
 * Why a node or a run failed.
 *
 * @param code the engine's; empty where it is not the engine that refused, and where a file does not tell
 * @param place in the project; empty where it is of no file
 * @param hint what to do about it
 */
public record TransformFailure(Optional<ErrorCode> code, Optional<Place> place, String message, Optional<String> hint) {

    /** The engine's, of the run as a whole. */
    public static TransformFailure of(Problem problem) {
        return new TransformFailure(Optional.of(problem.code()), Optional.empty(), problem.message(), problem.hint());
    }

    /** The engine's, of a node. */
    public static TransformFailure of(Problem problem, Place place) {
        return new TransformFailure(Optional.of(problem.code()), Optional.of(place), problem.message(), problem.hint());
    }

    /** Of a project that does not compile. */
    public static TransformFailure of(ProjectError error) {
        return new TransformFailure(
                Optional.empty(),
                Optional.of(error.place()).filter(place -> !place.file().isEmpty()),
                error.message(),
                Optional.of(error.hint()).filter(hint -> !hint.isEmpty()));
    }

    /** Duckboard's own. */
    public static TransformFailure of(String message, String hint) {
        return new TransformFailure(Optional.empty(), Optional.empty(), message, Optional.of(hint));
    }

    /** What happened, and where. */
    public String placed() {
        return place.map(known -> known + ": ").orElse("") + message;
    }
}
