package io.duckboard.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is to the app. Each may do what those before it may, and more: see {@link Right}. */
public enum Role {
    /** Somebody who has not signed in. */
    NOBODY,
    VIEWER,
    ANALYST,
    OPERATOR;

    /** Returns the role of that name in small letters, if a person can have it. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role != NOBODY && role.word().equals(name))
                .findFirst();
    }

    /** Returns the name that people read and write, for example {@code viewer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
