package io.duckboard.security.signin;

import io.duckboard.engine.failure.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody is, or is still, on the page where people sign in. */
enum Trouble {
    OUT("You are signed out.", "What you keep is there when you sign in again."),
    OVER("Please sign in again.", "Your session is over, or your role has changed. What you keep is there."),
    WRONG("The name or the password is wrong.", "Try again, or ask whoever looks after Duckboard."),
    WAIT("There were too many tries.", "Wait five minutes, then try again."),
    NO_ROLE(
            "You are known, but have no role here.",
            "Ask whoever looks after Duckboard to give a role to one of your groups."),
    SERVER(
            "The sign-in server does not answer as it should.",
            "Try again in a while. Duckboard's log says what is wrong with it."),
    DENIED("The sign-in server did not let you in.", "Try again, or ask whoever looks after it."),
    CLOCK(
            "The clocks of Duckboard and of the sign-in server differ too much.",
            "Whoever looks after Duckboard sets the one that is wrong; then sign in again."),
    UNRECORDED(
            "Nobody is let in at present, since it could not be recorded.",
            "Whoever looks after Duckboard finds the reason in its log, or makes room for the audit."),
    STALE("That took too long, or began in another window.", "Sign in once more.");

    private final String message;
    private final String hint;

    Trouble(String message, String hint) {
        this.message = message;
        this.hint = hint;
    }

    /** Returns the trouble that an address names; empty if it names none. */
    static Optional<Trouble> named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Failure words() {
        return new Failure(message, hint);
    }

    String address() {
        return SignInPage.ADDRESS + "?why=" + word();
    }
}
