package io.duckboard.mapreduce;

/** A map's SQL, in which {@code {part}} stands for the files of a partition. */
public record MapTemplate(String sql) {

    public static final String PART = "{part}";

    private static final String QUOTES = "'\"";

    /** @throws IllegalArgumentException with a sentence, if no {@code {part}} is in it */
    public MapTemplate {
        if (!sql.contains(PART)) {
            throw new IllegalArgumentException(
                    "The map's SQL has no " + PART + ", so every call would read the same: FROM " + PART + ".");
        }
    }

    /** A literal where {@code {part}} stands bare; the path alone where it stands in quotes. */
    public String of(Partition partition) {
        var filled = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            int end = end(at);
            String piece = sql.substring(at, end);
            filled.append(piece.replace(PART, text(piece, partition.files())));
            at = end;
        }
        return filled.toString();
    }

    private static String text(String piece, String files) {
        char first = piece.charAt(0);
        if (isComment(piece)) {
            return files;
        }
        return QUOTES.indexOf(first) >= 0
                ? files.replace(String.valueOf(first), String.valueOf(first).repeat(2))
                : "'" + files.replace("'", "''") + "'";
    }

    /** Where the quoted text, the comment or the bare text ends that begins here. */
    private int end(int start) {
        char first = sql.charAt(start);
        if (QUOTES.indexOf(first) >= 0) {
            return after(sql.indexOf(first, start + 1), 1);
        }
        if (isComment(sql.substring(start))) {
            return first == '-' ? after(sql.indexOf('\n', start), 1) : after(sql.indexOf("*/", start + 2), 2);
        }
        int end = start + 1;
        while (end < sql.length()
                && QUOTES.indexOf(sql.charAt(end)) < 0
                && !isComment(sql.substring(end, Math.min(end + 2, sql.length())))) {
            end++;
        }
        return end;
    }

    private int after(int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    private static boolean isComment(String text) {
        return text.startsWith("--") || text.startsWith("/*");
    }
}
