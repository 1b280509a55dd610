package io.duckboard.security;

/**
 * Whose something is. Until there is sign-in, everyone's.
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
