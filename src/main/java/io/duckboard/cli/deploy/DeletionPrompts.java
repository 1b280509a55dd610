package io.duckboard.cli.deploy;

import io.duckboard.cli.terminal.Confirmation;
import io.duckboard.engine.failure.FailureException;
import java.io.Console;
import java.util.Optional;

/** The questions that a person must answer before something is deleted. */
interface DeletionPrompts {

    DeletionPrompts ON_CONSOLE = new DeletionPrompts() {
        @Override
        public boolean confirmed(String question) {
            return Confirmation.onConsole(question);
        }

        @Override
        public String typed(String question) {
            Console console = Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .orElseThrow(() -> new FailureException(
                            "There is no terminal to type the bucket's name on.", "Say --bucket NAME."));
            String typed = console.readLine("%s", question);
            return typed == null ? "" : typed;
        }
    };

    /** @throws FailureException if there is nobody to ask */
    boolean confirmed(String question);

    /** @throws FailureException if there is nobody to ask */
    String typed(String question);
}
