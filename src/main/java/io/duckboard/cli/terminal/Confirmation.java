package io.duckboard.cli.terminal;

import io.duckboard.engine.failure.FailureException;
import java.io.Console;
import java.util.Optional;

/** Asks a person before something is deleted. */
@FunctionalInterface
public interface Confirmation {

    /** @throws FailureException if there is nobody to ask */
    boolean given(String question);

    /** Asks on the terminal of this process. */
    static boolean onConsole(String question) {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new FailureException("There is no terminal to ask on.", "Say --yes to go ahead."));
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
