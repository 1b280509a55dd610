package io.duckboard.transform.project;

import java.util.List;
import java.util.stream.Collectors;

/** Is thrown when a project does not compile, with all its errors. */
public final class ProjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ProjectError> errors;

    public ProjectException(List<ProjectError> errors) {
        super(errors.stream().map(ProjectError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** Returns at least one error, ordered by file and line. */
    public List<ProjectError> errors() {
        return errors;
    }
}
