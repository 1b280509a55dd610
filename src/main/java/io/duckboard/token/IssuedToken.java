package io.duckboard.token;

/**
 * A token that has just been made.
 *
 * @param text what its owner sends; nobody can show it a second time
 */
public record IssuedToken(Token token, String text) {

    /** A secret does not get into a log. */
    @Override
    public String toString() {
        return "IssuedToken[" + token.id() + "]";
    }
}
