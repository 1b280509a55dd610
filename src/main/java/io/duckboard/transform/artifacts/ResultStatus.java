package io.duckboard.transform.artifacts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a node went, in dbt's words. */
public enum ResultStatus {
    /** A model was built. */
    SUCCESS,
    PASS,
    /** A test found rows, and only warns of them. */
    WARN,
    /** A test found rows. */
    FAIL,
    /** It could not be run. */
    ERROR,
    /** It was not tried, since what it depends on failed. */
    SKIPPED;

    String dbtName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for those that have no like here. */
    static Optional<ResultStatus> named(String dbtName) {
        return dbtName.equals("runtime error")
                ? Optional.of(ERROR)
                : Stream.of(values())
                        .filter(status -> status.dbtName().equals(dbtName))
                        .findFirst();
    }
}
