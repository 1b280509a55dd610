package io.duckboard.token;

import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a token, without its secret.
 *
 * @param ownerName what the owner is called
 * @param role the most that the token may do; less if its owner may do less now
 * @param lastUsedAt to the minute
 */
public record Token(
        String id,
        String name,
        Owner owner,
        String ownerName,
        Role role,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /** How a token stands, whatever its owner may do. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.VALID : State.EXPIRED;
    }
}
