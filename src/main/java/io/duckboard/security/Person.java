package io.duckboard.security;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/**
 * Somebody who has signed in.
 *
 * @param owner the name under which everything of this person is kept; nobody else ever has it
 * @param name what the person is called on pages
 */
public record Person(String owner, String name, Role role) implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return name;
    }
}
