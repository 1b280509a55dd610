package io.duckboard.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** Asks a person before something is lost. */
@FunctionalInterface
public interface Confirmation {

    /** @throws CommandFailure if there is nobody to ask */
    boolean given(String question);

    /** On the terminal of this process. */
    static boolean onConsole(String question) {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new CommandFailure("There is no terminal to ask on.", "Say --yes to go ahead."));
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
