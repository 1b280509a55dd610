package io.duckboard.limit;

import io.duckboard.security.Owner;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What people have used on a day. */
interface UseBook {

    /** Returns the day with which to begin, where the clock states this one. */
    LocalDate open(LocalDate stated);

    /** Returns what was used on the day so far, and forgets all other days. */
    Map<Owner, Used> turnTo(LocalDate day);

    /**
     * Adds to what somebody has used.
     *
     * @return what that is now in all, if others than this app add to it too
     */
    Optional<Used> note(LocalDate day, Owner owner, Used more);
}
