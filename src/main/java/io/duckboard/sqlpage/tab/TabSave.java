package io.duckboard.sqlpage.tab;

/** The result of saving a tab. */
public sealed interface TabSave {

    /** @param tab as it is stored, with its new version and its current name */
    record Saved(EditorTab tab) implements TabSave {}

    /** Somebody else, or another window, has saved the tab since. Nothing was changed. */
    record Conflict(EditorTab theirs) implements TabSave {}

    /** The tab was closed meanwhile. */
    record Gone() implements TabSave {}

    /** @param most the maximum number of characters that a tab keeps */
    record TooLong(int most) implements TabSave {}
}
