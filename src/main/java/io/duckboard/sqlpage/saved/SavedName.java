package io.duckboard.sqlpage.saved;

import java.util.Arrays;
import java.util.Optional;

/**
 * The folder and name of a saved query, which are also valid for a file in a folder.
 *
 * @param folder such as {@code reports/daily}; empty for none
 */
public record SavedName(String folder, String name) {

    /**
     * The limit for a name, and for each folder. With {@code .sql} it is what file systems take, in bytes of most
     * alphabets.
     */
    private static final int MOST_CHARACTERS = 80;

    private static final int MOST_FOLDERS = 10;

    /** @throws IllegalArgumentException if there is an {@link #objection} */
    public SavedName {
        objection(folder, name).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** Makes a name from what was typed in a form, without the spaces and slashes around it. */
    public static SavedName typed(String folder, String name) {
        return new SavedName(tidy(folder), name.strip());
    }

    /** Says in a sentence what is wrong with what was typed; empty if {@link #typed} takes it. */
    public static Optional<String> objectionToTyped(String folder, String name) {
        return objection(tidy(folder), name.strip());
    }

    /** Returns the name to try if this one is taken: {@code trips (2)}. */
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

    /**
     * Whether a character has no place in a name. Characters that reorder the text around them are {@code FORMAT} ones.
     */
    private static boolean isOutOfPlace(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                // Without these joiners some emoji fall apart, and some scripts lose their shapes.
                character != '\u200d' && character != '\u200c';
            default -> character == '\\';
        };
    }
}
