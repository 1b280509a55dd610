package io.duckboard.engine.discovery;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives tables names that SQL can use without quotes. If another table has a name already, the parent folder's comes in
 * front, and then a number at the end. Nobody's name changes when others come.
 */
final class TableNames {

    /** Names of DuckDB's own views, which a table of the lake would hide. */
    private static final Pattern OF_DUCKDB = Pattern.compile("(?:duckdb|pg|pragma|sqlite)_.*|information_schema");

    private static final int LONGEST = 63;

    private final Set<String> taken = new HashSet<>();
    private final String lake;

    /**
     * @param lake the lake's own name, for a table that is the whole lake
     * @param taken names that others have
     */
    TableNames(String lake, Collection<String> taken) {
        this.lake = lake;
        taken.forEach(name -> this.taken.add(name.toLowerCase(Locale.ROOT)));
    }

    /** The name that a source would have if it were alone. */
    String wanted(Source source) {
        return identifier(source.stem().isEmpty() ? folder(source.folder()) : source.stem());
    }

    /** A name that no other has, from now on this source's. */
    String name(Source source) {
        String wanted = harmless(wanted(source));
        String parent = source.stem().isEmpty() ? parent(source.folder()) : source.folder();
        String whole = parent.isEmpty() ? wanted : harmless(identifier(folder(parent) + "_" + wanted));
        String name = isFree(wanted) ? wanted : whole;
        for (int number = 2; !isFree(name); number++) {
            String end = "_" + number;
            name = whole.substring(0, Math.min(whole.length(), LONGEST - end.length())) + end;
        }
        taken.add(name);
        return name;
    }

    private boolean isFree(String name) {
        return !taken.contains(name);
    }

    private static String harmless(String name) {
        return OF_DUCKDB.matcher(name).matches() ? identifier("_" + name) : name;
    }

    private String folder(String path) {
        return path.isEmpty() ? lake : path.substring(path.lastIndexOf('/') + 1);
    }

    private static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** Letters without their accents, digits and underscores. */
    static String identifier(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("\\.(?:parquet|parq|pq)$", "")
                .replaceAll("[^a-z0-9_]+", "_");
        String name = plain.matches("_*") ? "files" : plain;
        String whole = Character.isDigit(name.charAt(0)) ? "_" + name : name;
        return whole.substring(0, Math.min(whole.length(), LONGEST));
    }
}
