package io.duckboard.sqlpage.tab;

/** What came of opening a tab. */
public sealed interface TabOpening {

    record Opened(EditorTab tab) implements TabOpening {}

    /** @param most that may be open at once */
    record TooMany(int most) implements TabOpening {}

    /** @param most characters that a tab keeps */
    record TooLong(int most) implements TabOpening {}

    /** It was closed too long ago. */
    record Gone() implements TabOpening {}
}
