package io.duckboard.sqlpage.tab;

/** What came of saving a tab. */
public sealed interface TabSave {

    /** @param tab as it is kept, with its new version and its name of now */
    record Saved(EditorTab tab) implements TabSave {}

    /** Somebody else, or another window, has saved since; nothing was changed. */
    record Conflict(EditorTab theirs) implements TabSave {}

    /** It was closed meanwhile. */
    record Gone() implements TabSave {}

    /** @param most characters that a tab keeps */
    record TooLong(int most) implements TabSave {}
}
