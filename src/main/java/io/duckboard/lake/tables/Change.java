package io.duckboard.lake.tables;

/**
 * What a refresh did, or could not do.
 *
 * @param name of the table, or the path of a file that is none's
 * @param text a sentence
 */
public record Change(Kind kind, String name, String text) {

    public enum Kind {
        ADDED,
        UPDATED,
        PRUNED,
        /** Nothing was done: a file is gone, and only pruning takes it out of its table. */
        MISSING,
        /** Nothing was done: a file cannot be read. */
        UNREADABLE,
        REMOVED,
        /** Nothing was done: a file may be what an earlier Duckboard has left, and no record tells. */
        LEFT
    }
}
