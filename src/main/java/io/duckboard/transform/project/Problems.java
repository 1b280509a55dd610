package io.duckboard.transform.project;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects errors as they are found, so that one does not hide the next. */
public final class Problems {

    /** More errors would not help, and a loop can report one in each pass. */
    private static final int MOST = 200;

    /** The limit in characters. A template may build a message from a text of its own. */
    private static final int LONGEST = 2_000;

    private final Set<ProjectError> errors = new LinkedHashSet<>();

    public void add(Place place, String message, String hint) {
        if (errors.size() < MOST) {
            errors.add(new ProjectError(place.file(), place.line(), cut(message), cut(hint)));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
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

    /** @throws ProjectException if there are errors */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ProjectException(errors());
        }
    }
}
