package io.duckboard.client.mapreduce;

import io.duckboard.engine.sql.Quoted;
import java.util.List;

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

    /**
     * A literal where {@code {part}} stands bare; the path alone where it stands in quotes.
     *
     * @throws IllegalArgumentException with a sentence, if it stands in quotes and the partition has several files
     */
    public String of(Partition partition) {
        var filled = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            int end = end(at);
            filled.append(filled(sql.substring(at, end), partition));
            at = end;
        }
        return filled.toString();
    }

    private static String filled(String piece, Partition partition) {
        if (isComment(piece) || !piece.contains(PART)) {
            return piece;
        }
        String quote = piece.substring(0, 1);
        if (QUOTES.contains(quote)) {
            return piece.replace(PART, theOne(partition).replace(quote, quote.repeat(2)));
        }
        var bare = new StringBuilder();
        int at = 0;
        for (int part = piece.indexOf(PART); part >= 0; part = piece.indexOf(PART, at)) {
            bare.append(piece, at, part).append(literal(partition, piece.substring(0, part)));
            at = part + PART.length();
        }
        return bare.append(piece, at, piece.length()).toString();
    }

    private static String theOne(Partition partition) {
        if (partition.files().size() > 1) {
            throw new IllegalArgumentException("Partition " + partition.name() + " has "
                    + partition.files().size() + " files, and there is room for one in quotes: write " + PART
                    + " without them.");
        }
        return partition.files().getFirst();
    }

    /** A list of files is an argument of read_parquet and no table by itself. */
    private static String literal(Partition partition, String before) {
        List<String> files = partition.files().stream().map(Quoted::literal).toList();
        if (files.size() == 1) {
            return files.getFirst();
        }
        String list = "[" + String.join(", ", files) + "]";
        return before.stripTrailing().endsWith("(") ? list : "read_parquet(" + list + ")";
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
