package io.duckboard.transform.project;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Errors as they are found, so that one does not hide the next. */
public final class Problems {

    /** More would help nobody, and a loop can find one each time round. */
    private static final int MOST = 200;

    private final Set<ProjectError> errors = new LinkedHashSet<>();

    public void add(Place place, String message, String advice) {
        if (errors.size() < MOST) {
            errors.add(new ProjectError(place.file(), place.line(), message, advice));
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public int count() {
        return errors.size();
    }

    public List<ProjectError> errors() {
        return errors.stream()
                .sorted(Comparator.comparing(ProjectError::file).thenComparingInt(ProjectError::line))
                .toList();
    }

    /** @throws ProjectException if there is an error */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ProjectException(errors());
        }
    }
}
