package io.duckboard.transform.project;

import java.util.List;
import java.util.stream.Collectors;

/** A project that does not compile, with all that is wrong with it. */
public final class ProjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ProjectError> errors;

    public ProjectException(List<ProjectError> errors) {
        super(errors.stream().map(ProjectError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** In the order of their files and lines; at least one. */
    public List<ProjectError> errors() {
        return errors;
    }
}
