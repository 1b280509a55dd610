package io.duckboard.engine.discovery;

/** What the end of a file says about it. */
sealed interface Footer {

    /** Its rights can change without any other change of the file. */
    Unreadable DENIED = new Unreadable("It may not be read.", true);

    /**
     * The end of a Parquet file.
     *
     * @param schema a digest of its columns: files with the same digest have the same columns, in the same order
     */
    record Parquet(long rows, String schema) implements Footer {}

    /**
     * A file that cannot be read as Parquet.
     *
     * @param reason a sentence
     * @param isParquet whether its bytes say that it is meant as Parquet
     */
    record Unreadable(String reason, boolean isParquet) implements Footer {}
}
