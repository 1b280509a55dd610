package io.duckboard.token;

import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditEvent;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** The tokens that whoever asks may see, make and revoke. */
@Service
public final class PersonalTokens {

    private final Tokens tokens;
    private final Supplier<Asker> askers;
    private final Audit audit;

    public PersonalTokens(Tokens tokens, Supplier<Asker> askers, Audit audit) {
        this.tokens = tokens;
        this.askers = askers;
        this.audit = audit;
    }

    /**
     * Returns the asker's own tokens, the newest first.
     *
     * @throws FailureException if the asker may have none
     */
    public List<Token> mine() {
        Asker asker = askers.get();
        asker.check(Place.OWN_TOKENS);
        return tokens.of(asker.owner());
    }

    /**
     * Returns everybody's tokens, the newest first.
     *
     * @throws FailureException if the asker may not see them
     */
    public List<Token> all() {
        askers.get().check(Place.ALL_TOKENS);
        return tokens.all();
    }

    /**
     * Returns the role that a token has now, which is never more than its owner's; empty if nobody is known any more who
     * would be its owner.
     */
    public Optional<Role> countsAs(Token token) {
        return tokens.countsAs(token);
    }

    /**
     * Makes a token of the asker's.
     *
     * @throws FailureException if the asker may have none, or no such one
     */
    public IssuedToken issue(String name, Role role, Duration lifetime) {
        Asker asker = askers.get();
        asker.check(Place.OWN_TOKENS);
        if (role.compareTo(asker.role()) > 0) {
            throw new FailureException(asker.refusal(), asker.refusalHint());
        }
        var owner = new NewToken.TokenOwner(asker.owner(), asker.name());
        IssuedToken issued = tokens.issue(new NewToken(name, role, Optional.of(owner), lifetime));
        audit.record(new AuditEvent.Setting(asker, issued.token().id(), TokenChange.made(issued.token())));
        return issued;
    }

    /**
     * Ends a token of the asker's, or anybody's if the asker may see it.
     *
     * @throws FailureException if there is no such token, or it is somebody else's
     */
    public Token revoke(String id) {
        Asker asker = askers.get();
        asker.check(mine().stream().anyMatch(token -> token.id().equals(id)) ? Place.OWN_TOKENS : Place.ALL_TOKENS);
        Token revoked = tokens.revoke(id);
        audit.record(new AuditEvent.Setting(asker, id, TokenChange.revoked(revoked)));
        return revoked;
    }
}
