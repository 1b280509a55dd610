package io.duckboard.token;

import io.duckboard.security.Person;

/** What a text that somebody sent as a token is worth. */
public sealed interface TokenCheck {

    /** @param person whose it is, with the role that the token has now */
    record Accepted(Token token, Person person) implements TokenCheck {}

    /** @param reason a sentence; it says no more than whoever has sent this may know */
    record Refused(String reason) implements TokenCheck {

        /** It is the same whether there is no such token or its secret is another. */
        static final Refused UNKNOWN = new Refused("This token is not known here.");

        static final Refused EXPIRED = new Refused("This token has expired.");
        static final Refused REVOKED = new Refused("This token has been revoked.");
        static final Refused OF_NOBODY = new Refused("Whoever this token belongs to is not known here any more.");
    }
}
