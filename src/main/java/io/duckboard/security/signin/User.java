package io.duckboard.security.signin;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Person;
import io.duckboard.security.Role;
import io.duckboard.security.ScramVerifier;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the file of users: {@code name:role:{bcrypt}hash}, or {@code name:role:{bcrypt}hash:SCRAM-SHA-256$…}.
 *
 * @param hash as bcrypt writes it, without what is before it in the file
 * @param scram of the same password, for clients that do not send it
 */
record User(String name, Role role, String hash, Optional<ScramVerifier> scram) {

    static final int LONGEST_NAME = 100;

    /** What an owner's name begins with who is in the file. */
    static final String OWNER = "user:";

    /** A hash of a higher cost would hold a core for seconds at each try. */
    private static final Pattern LINE = Pattern.compile("([^:\\p{Cntrl}]{1," + LONGEST_NAME
            + "}):([a-z]+):\\{bcrypt}(\\$2[aby]\\$(?:0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53})(?::(SCRAM-.+))?");

    /** @throws FailureException if this is no such line; it does not repeat the line, which may hold a password */
    static User of(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new FailureException(
                    "It is not name:role:{bcrypt}hash.", "The command duckboard user hash prints the hash.");
        }
        Role role = Role.named(parts.group(2))
                .orElseThrow(() -> new FailureException(
                        "There is no role " + parts.group(2) + ".", "It is viewer, analyst or operator."));
        return new User(
                parts.group(1).strip(),
                role,
                parts.group(3),
                Optional.ofNullable(parts.group(4)).map(User::scram));
    }

    private static ScramVerifier scram(String text) {
        try {
            return new ScramVerifier(text);
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    "Its SCRAM verifier cannot be read.", "The command duckboard user hash prints both hashes.", e);
        }
    }

    Person person() {
        return new Person(OWNER + name, name, role);
    }
}
