package io.duckboard.cli.user;

import io.duckboard.cli.terminal.StandardInput;
import io.duckboard.engine.failure.FailureException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Where a new password comes from. */
@FunctionalInterface
interface NewPassword {

    /** bcrypt reads no more of a password, and a longer one would be as good as its beginning. */
    int MOST_BYTES = 72;

    /** A shorter one is soon guessed by somebody who has got hold of the file. */
    int LEAST = 8;

    /** @throws FailureException if there is no password that can be used */
    String ask() throws IOException;

    /** Asks a person, without showing what is typed; or reads the first line that another program writes. */
    static NewPassword of(StandardInput input) {
        return () -> checked(input.typed() ? typed() : read(input));
    }

    private static String typed() {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new FailureException(
                        "There is no terminal to type a password on.", "Send it to standard input instead."));
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new FailureException("These are two different passwords.", "Type the same one twice.");
        }
        return new String(first);
    }

    private static String read(StandardInput input) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(input.stream(), StandardCharsets.UTF_8));
        return Optional.ofNullable(lines.readLine()).orElse("");
    }

    private static String checked(String password) {
        if (password.length() < LEAST) {
            throw new FailureException("This password is too short.", "It has " + LEAST + " characters or more.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new FailureException(
                    "This password is too long.", "It has " + MOST_BYTES + " bytes or fewer, in UTF-8.");
        }
        return password;
    }
}
