package io.duckboard.security;

/**
 * The owner of something. Where nobody signs in, everyone is the same owner.
 *
 * @param name never empty
 */
public record Owner(String name) {

    public static final Owner EVERYONE = new Owner("everyone");

    public Owner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An owner has a name.");
        }
    }
}
