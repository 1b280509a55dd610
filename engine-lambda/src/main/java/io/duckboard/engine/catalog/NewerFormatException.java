package io.duckboard.engine.catalog;

/** Thrown for a catalog.json in a format that only newer versions of Duckboard know. The catalog itself is valid. */
public final class NewerFormatException extends IllegalArgumentException {

    /** What the user can do about it. */
    public static final String HINT = "Update this Duckboard, or deploy its engine anew: the lake is as it should be.";

    NewerFormatException(int format) {
        super("catalog.json has format " + format + ", of a newer Duckboard; this one knows formats up to "
                + Catalog.FORMAT);
    }
}
