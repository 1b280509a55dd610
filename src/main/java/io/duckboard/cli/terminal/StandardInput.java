package io.duckboard.cli.terminal;

import java.io.Console;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What a command may read.
 *
 * @param typed whether a person types it, rather than a file or another command giving it
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
