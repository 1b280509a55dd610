package io.duckboard.sqlpage.tab;

/** The result of opening a tab. */
public sealed interface TabOpening {

    record Opened(EditorTab tab) implements TabOpening {}

    /** @param most the maximum number of tabs open at once */
    record TooMany(int most) implements TabOpening {}

    /** @param most the maximum number of characters that a tab keeps */
    record TooLong(int most) implements TabOpening {}

    /** The tab was closed too long ago. */
    record Gone() implements TabOpening {}
}
