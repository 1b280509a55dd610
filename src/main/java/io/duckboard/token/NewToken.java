package io.duckboard.token;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import java.time.Duration;
import java.util.Optional;

/**
 * A token that somebody wants.
 *
 * @param name what it is for, in its owner's words
 * @param owner whose it is to be; empty for a program that is nobody's
 * @param lifetime how long it is to be valid
 */
public record NewToken(String name, Role role, Optional<TokenOwner> owner, Duration lifetime) {

    public static final Duration USUAL = Duration.ofDays(90);

    /** What nobody remembers after a year should not go on. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public static final int LONGEST_NAME = 100;

    /** @throws FailureException if there can be no such token */
    public NewToken {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new FailureException(
                    "This is no name for a token.", "Name what it is for, in " + LONGEST_NAME + " letters at most.");
        }
        if (role == Role.NOBODY) {
            throw new FailureException("A token has a role.", "It is viewer, analyst or operator.");
        }
        if (!lifetime.isPositive() || lifetime.compareTo(LONGEST) > 0) {
            throw new FailureException(
                    "A token cannot be valid for that long.", "It ends after " + LONGEST.toDays() + " days at most.");
        }
    }

    /**
     * Whose a token is.
     *
     * @param name what the owner is called
     */
    public record TokenOwner(Owner owner, String name) {}
}
