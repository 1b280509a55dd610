package io.duckboard.cli.terminal;

import java.io.Console;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The standard input of a command.
 *
 * @param typed whether a person types it, and it does not come from a file or another command
 */
public record StandardInput(InputStream stream, boolean typed) {

    public static StandardInput of(Map<String, String> environment) {
        boolean typed = Optional.ofNullable(environment.get(Terminal.TERMINALS))
                .map(terminals -> terminals.contains("0"))
                .orElseGet(() -> Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
        return new StandardInput(System.in, typed);
    }
}
