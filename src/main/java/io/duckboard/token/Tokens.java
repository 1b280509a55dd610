package io.duckboard.token;

import io.duckboard.database.HomeDatabase;
import io.duckboard.database.StoredTime;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Owner;
import io.duckboard.security.Person;
import io.duckboard.security.Role;
import io.duckboard.security.Roles;
import io.duckboard.security.ScramVerifier;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps tokens: not their secrets, but what is enough to know a secret again. */
public final class Tokens {

    /** More than a person has programs. */
    static final int MOST_OF_AN_OWNER = 200;

    /** Who looks whether a token is still used does not need to know the second. */
    private static final Duration USE = Duration.ofMinutes(1);

    /** So long one can see that a token has ended, and when it was last used. */
    private static final Duration KEPT_ENDED = Duration.ofDays(30);

    /** A program that is nobody's owns what it keeps itself. */
    private static final String PROGRAM = "token:";

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Roles roles;
    private final SecureRandom random = new SecureRandom();

    public Tokens(HomeDatabase database, Clock clock, Roles roles) {
        this.jdbc = database.jdbc();
        this.clock = clock;
        this.roles = roles;
    }

    /**
     * Makes a token. Nobody can show its text a second time.
     *
     * @throws FailureException if its owner may not do as much, is not known, or has too many
     */
    public IssuedToken issue(NewToken wanted) {
        var text = TokenText.fresh(random);
        var owner = wanted.owner().orElseGet(() -> new NewToken.TokenOwner(new Owner(PROGRAM + text.id()), ""));
        check(wanted.role(), owner);
        Instant now = StoredTime.rounded(clock.instant());
        forgetEnded(now);
        var token = new Token(
                text.id(),
                wanted.name(),
                owner.owner(),
                owner.name(),
                wanted.role(),
                now,
                now.plus(wanted.lifetime()),
                Optional.empty(),
                Optional.empty());
        jdbc.sql("""
                        INSERT INTO token (id, owner, owner_name, name, role, hash, scram, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        token.id(),
                        token.owner().name(),
                        token.ownerName(),
                        token.name(),
                        token.role().name(),
                        text.hash(),
                        ScramVerifier.of(text.text()).text(),
                        StoredTime.of(token.createdAt()),
                        StoredTime.of(token.expiresAt()))
                .update();
        LOG.info(
                "token {} of {} made, as {}",
                token.id(),
                token.owner().name(),
                token.role().word());
        return new IssuedToken(token, text.text());
    }

    private void check(Role wanted, NewToken.TokenOwner owner) {
        Role most = now(owner.owner())
                .orElseThrow(() -> new FailureException(
                        "Nobody is known here as " + owner.owner().name() + ".",
                        "A token is for somebody of the file of users, by the name there, or for oidc:SUBJECT."));
        if (wanted.compareTo(most) > 0) {
            throw new FailureException(
                    "A token may do no more than its owner, who is " + most.word() + ".",
                    "Make one with a role up to that.");
        }
        if (of(owner.owner()).size() >= MOST_OF_AN_OWNER) {
            throw new FailureException(
                    "These are more than " + MOST_OF_AN_OWNER + " tokens of one owner.",
                    "Those that have ended are forgotten after a month.");
        }
    }

    /** Returns what a text is worth that somebody has sent as a token, and notes that it was used. */
    public TokenCheck check(String text) {
        Optional<TokenText> sent = TokenText.of(text);
        Optional<Kept> kept = sent.flatMap(token -> find(token.id()));
        if (kept.isEmpty()
                || !MessageDigest.isEqual(sent.orElseThrow().hash(), kept.get().hash())) {
            return TokenCheck.Refused.UNKNOWN;
        }
        Token token = kept.get().token();
        Instant now = clock.instant();
        return switch (token.state(now)) {
            case EXPIRED -> TokenCheck.Refused.EXPIRED;
            case REVOKED -> TokenCheck.Refused.REVOKED;
            case VALID ->
                countsAs(token)
                        .<TokenCheck>map(role -> accepted(token, role, now))
                        .orElse(TokenCheck.Refused.OF_NOBODY);
        };
    }

    /** Returns the role that a token has now; empty if nobody is known any more who would be its owner. */
    Optional<Role> countsAs(Token token) {
        return now(token.owner()).map(most -> token.role().compareTo(most) > 0 ? most : token.role());
    }

    private TokenCheck accepted(Token token, Role role, Instant now) {
        used(token, now);
        String name = token.ownerName().isEmpty() ? token.name() : token.ownerName();
        return new TokenCheck.Accepted(token, new Person(token.owner().name(), name, role));
    }

    private Optional<Role> now(Owner owner) {
        return owner.name().startsWith(PROGRAM) ? Optional.of(Role.OPERATOR) : roles.now(owner);
    }

    /** A full disk is no reason to answer nothing. */
    private void used(Token token, Instant now) {
        if (token.lastUsedAt().filter(then -> now.isBefore(then.plus(USE))).isPresent()) {
            return;
        }
        try {
            jdbc.sql("UPDATE token SET last_used_at = ? WHERE id = ?")
                    .params(StoredTime.of(now), token.id())
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("the use of token {} cannot be noted: {}", token.id(), e.toString());
        }
    }

    /** Returns all tokens, the newest first. */
    public List<Token> all() {
        return jdbc.sql("SELECT * FROM token ORDER BY created_at DESC, id")
                .query(Tokens::token)
                .list();
    }

    /** Returns an owner's tokens, the newest first. */
    public List<Token> of(Owner owner) {
        return jdbc.sql("SELECT * FROM token WHERE owner = ? ORDER BY created_at DESC, id")
                .params(owner.name())
                .query(Tokens::token)
                .list();
    }

    /**
     * Ends a token at once. One that has been revoked before stays as it is.
     *
     * @throws FailureException if there is no such token
     */
    public Token revoke(String id) {
        Token token = find(id).orElseThrow(() -> new FailureException(
                        "There is no token " + id + ".", "duckboard token ls lists those that there are."))
                .token();
        jdbc.sql("UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .params(StoredTime.of(clock.instant()), id)
                .update();
        LOG.info("token {} of {} revoked", token.id(), token.owner().name());
        return find(id).orElseThrow().token();
    }

    private void forgetEnded(Instant now) {
        jdbc.sql("DELETE FROM token WHERE expires_at < ? OR revoked_at < ?")
                .params(StoredTime.of(now.minus(KEPT_ENDED)), StoredTime.of(now.minus(KEPT_ENDED)))
                .update();
    }

    private Optional<Kept> find(String id) {
        return jdbc.sql("SELECT * FROM token WHERE id = ?")
                .params(id)
                .query((row, number) -> new Kept(token(row, number), row.getBytes("hash")))
                .optional();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("name"),
                new Owner(row.getString("owner")),
                row.getString("owner_name"),
                Role.valueOf(row.getString("role")),
                StoredTime.read(row, "created_at"),
                StoredTime.read(row, "expires_at"),
                StoredTime.find(row, "last_used_at"),
                StoredTime.find(row, "revoked_at"));
    }

    @SuppressWarnings("ArrayRecordComponent") // It is compared in constant time, and nowhere else.
    private record Kept(Token token, byte[] hash) {}
}
