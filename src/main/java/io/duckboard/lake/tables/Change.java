package io.duckboard.lake.tables;

/**
 * A change that a refresh made, or could not make.
 *
 * @param name the table's name, or the path of what belongs to no table
 * @param text a sentence about the change
 */
public record Change(Kind kind, String name, String text) {

    public enum Kind {
        ADDED,
        UPDATED,
        PRUNED,
        /** Nothing was done: a file is gone, and only pruning removes it from its table. */
        MISSING,
        /** Nothing was done: a file cannot be read. */
        UNREADABLE,
        REMOVED,
        /** Nothing was done: this is in no table, and the refresh before has not said so. */
        LEFT_OUT
    }
}
