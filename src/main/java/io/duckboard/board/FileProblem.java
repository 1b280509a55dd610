package io.duckboard.board;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is wrong with a file.
 *
 * @param message what is wrong, a sentence
 * @param meant the word that was probably meant
 * @param hint what is allowed or what to do, a sentence; may be empty
 */
public record FileProblem(Severity severity, Spot spot, String message, Optional<String> meant, String hint) {

    /** How bad it is. */
    public enum Severity {
        /** A part of the dashboard, or all of it, cannot be shown. */
        ERROR,
        /** All of it can be shown, but somebody has probably meant something else. */
        WARNING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What is wrong and what to do, without the place. */
    public String sentence() {
        return Stream.of(
                        message,
                        meant.map(word -> "Did you mean “" + word + "”?").orElse(""),
                        hint)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return spot + ": " + severity.word() + ": " + sentence();
    }
}
