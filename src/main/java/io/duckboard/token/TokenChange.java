package io.duckboard.token;

/** What the audit says of a token. */
final class TokenChange {

    private TokenChange() {}

    static String made(Token token) {
        return "A token was made for " + token.ownerName() + ": " + token.name() + ", "
                + token.role().word() + ".";
    }

    static String revoked(Token token) {
        return "A token of " + token.ownerName() + " was revoked: " + token.name() + ".";
    }
}
