package io.duckboard.tokenpage.ui;

import io.duckboard.format.Figures;
import io.duckboard.security.Role;
import io.duckboard.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the page says of a token.
 *
 * @param countsAs the role that it has now; empty if nobody is known any more who would be its owner
 */
record TokenLine(Token token, Optional<Role> countsAs, Instant now) {

    /** Time enough to put another one in its place. */
    private static final Duration SOON = Duration.ofDays(3);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static String day(Instant at) {
        return DAY.format(at);
    }

    static String exact(Instant at) {
        return EXACT.format(at);
    }

    Standing standing() {
        return switch (token.state(now)) {
            case REVOKED -> Standing.REVOKED;
            case EXPIRED -> Standing.EXPIRED;
            case VALID -> countsAs.isPresent() ? Standing.VALID : Standing.OF_NOBODY;
        };
    }

    /** Returns whether it has not ended yet, so that there is something to revoke. */
    boolean isRevocable() {
        return token.state(now) == Token.State.VALID;
    }

    boolean endsSoon() {
        return standing() == Standing.VALID && toItsEnd().compareTo(SOON) <= 0;
    }

    String owner() {
        return token.ownerName().isEmpty() ? "a program" : token.ownerName();
    }

    /** Says the role that it was made with too, where it is another now. */
    String role() {
        String made = token.role().word();
        return countsAs.filter(role -> role != token.role())
                .map(role -> role.word() + " (made as " + made + ")")
                .orElse(made);
    }

    String expires() {
        return day(token.expiresAt()) + (token.state(now) == Token.State.VALID ? ", " + Figures.until(toItsEnd()) : "");
    }

    String lastUse() {
        return token.lastUsedAt()
                .map(at -> Figures.ago(Duration.between(at, now)))
                .orElse("never");
    }

    /** @param text what somebody looks for */
    boolean has(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(token.name(), owner(), token.owner().name(), token.id())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Duration toItsEnd() {
        return Duration.between(now, token.expiresAt());
    }
}
