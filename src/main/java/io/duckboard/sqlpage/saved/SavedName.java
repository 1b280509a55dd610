package io.duckboard.sqlpage.saved;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a saved query is and what it is called, so that it can be a file of a folder too.
 *
 * @param folder such as {@code reports/daily}; empty for none
 */
public record SavedName(String folder, String name) {

    /** Of a name, and of each folder: with {@code .sql} what file systems take, in bytes of most alphabets. */
    private static final int MOST_CHARACTERS = 80;

    private static final int MOST_FOLDERS = 10;

    /** @throws IllegalArgumentException if {@link #objection} has any */
    public SavedName {
        objection(folder, name).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** What a form makes of what was typed, without the spaces and slashes around it. */
    public static SavedName typed(String folder, String name) {
        return new SavedName(tidy(folder), name.strip());
    }

    /** What is wrong with what was typed, as a sentence; empty if {@link #typed} takes it. */
    public static Optional<String> objectionToTyped(String folder, String name) {
        return objection(tidy(folder), name.strip());
    }

    /** The name to try where this one is taken: {@code trips (2)}. */
    SavedName numbered(int number) {
        String suffix = " (" + number + ")";
        String start = name.substring(0, Math.min(name.length(), MOST_CHARACTERS - suffix.length()));
        return new SavedName(folder, start.strip() + suffix);
    }

    private static String tidy(String folder) {
        return folder.strip().replaceAll("\\s*(/\\s*)+", "/").replaceAll("^/+|/+$", "");
    }

    static Optional<String> objection(String folder, String name) {
        if (name.isBlank()) {
            return Optional.of("A query needs a name.");
        }
        if (name.contains("/")) {
            return Optional.of("A name has no slash in it; folders do.");
        }
        String[] folders = folder.isEmpty() ? new String[0] : folder.split("/", -1);
        if (folders.length > MOST_FOLDERS) {
            return Optional.of("Folders may lie " + MOST_FOLDERS + " deep.");
        }
        return Arrays.stream(folders)
                .flatMap(part -> objectionToPart(part, "A folder").stream())
                .findFirst()
                .or(() -> objectionToPart(name, "A name"));
    }

    private static Optional<String> objectionToPart(String part, String what) {
        if (part.isBlank() || part.equals(".") || part.equals("..")) {
            return Optional.of(what + " cannot be empty, “.” or “..”.");
        }
        if (!part.equals(part.strip())) {
            return Optional.of(what + " cannot begin or end with a space.");
        }
        if (part.codePoints().anyMatch(SavedName::isOutOfPlace)) {
            return Optional.of(what + " cannot have backslashes, line breaks or control characters in it.");
        }
        return part.length() > MOST_CHARACTERS
                ? Optional.of(what + " may have " + MOST_CHARACTERS + " characters.")
                : Optional.empty();
    }

    /** Characters that reorder the text around them are {@code FORMAT} ones. */
    private static boolean isOutOfPlace(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                // Without it some emoji fall apart, and some scripts lose their shapes.
                character != '\u200d' && character != '\u200c';
            default -> character == '\\';
        };
    }
}
