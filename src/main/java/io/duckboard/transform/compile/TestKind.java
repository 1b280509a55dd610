package io.duckboard.transform.compile;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of a test. */
public enum TestKind {
    UNIQUE,
    NOT_NULL,
    ACCEPTED_VALUES,
    RELATIONSHIPS,
    /** A SELECT of the project's own, from its folder of tests. */
    SINGULAR;

    /** Returns the kind by dbt's name; empty if it is not one of the four generic tests. */
    static Optional<TestKind> generic(String name) {
        return Stream.of(values())
                .filter(kind -> kind != SINGULAR)
                .filter(kind -> kind.dbtName().equals(name))
                .findFirst();
    }

    String dbtName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
