package io.duckboard.engine.catalog;

/** A catalog.json of a format that only newer versions of Duckboard know; nothing is wrong with it. */
public final class NewerFormatException extends IllegalArgumentException {

    /** What helps. */
    public static final String HINT = "Update this Duckboard, or deploy its engine anew: the lake is as it should be.";

    NewerFormatException(int format) {
        super("catalog.json has format " + format + ", of a newer Duckboard; this one knows formats up to "
                + Catalog.FORMAT);
    }
}
