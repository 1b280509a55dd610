package io.duckboard.transform.compile;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test asks. */
public enum TestKind {
    UNIQUE,
    NOT_NULL,
    ACCEPTED_VALUES,
    RELATIONSHIPS,
    /** A SELECT of the project's own, from its folder of tests. */
    SINGULAR;

    /** By dbt's name; empty for what is none of the four generic ones. */
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
