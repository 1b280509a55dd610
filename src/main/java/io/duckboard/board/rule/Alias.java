package io.duckboard.board.rule;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a tile's answer calls its columns: as the table does, unless a file could not name it so. */
final class Alias {

    private static final Pattern GOOD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ -]{0,57}[\\p{L}\\p{N}_]|[\\p{L}_]");

    private Alias() {}

    /** @param taken another column's name */
    static String of(LakeColumn column, String taken) {
        String name = GOOD.matcher(column.name()).matches() && !endsAsOrder(column.name())
                ? column.name()
                : shortened(column);
        return name.equalsIgnoreCase(taken) ? name + "_value" : name;
    }

    private static String shortened(LakeColumn column) {
        String words = String.join("_", column.words().words());
        return words.isEmpty() || !Character.isLetter(words.charAt(0))
                ? "value"
                : words.substring(0, Math.min(40, words.length()));
    }

    /** In a file's {@code sort} it would be a direction. */
    private static boolean endsAsOrder(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(" desc") || lower.endsWith(" asc");
    }
}
