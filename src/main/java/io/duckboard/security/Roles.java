package io.duckboard.security;

import java.util.Optional;

/** Which role somebody has now who owns something, whether signed in or not. */
@FunctionalInterface
public interface Roles {

    /** Where nobody signs in, everybody may do everything. */
    Roles OF_EVERYONE = _ -> Optional.of(Role.OPERATOR);

    /**
     * Returns the highest role that the owner may have now; empty if nobody is known any more who would be that
     * owner.
     */
    Optional<Role> now(Owner owner);
}
