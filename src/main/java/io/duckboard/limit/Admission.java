package io.duckboard.limit;

import io.duckboard.engine.failure.Failure;
import java.time.Duration;

/** Whether a query may begin now. */
public sealed interface Admission {

    /** @param permit to be closed when the query has ended, however it has */
    record Admitted(Permit permit) implements Admission {}

    /**
     * @param failure which limit is reached, and when it is free again
     * @param freeIn when to try again at the earliest; never zero
     */
    record Refused(Failure failure, Duration freeIn) implements Admission {}
}
