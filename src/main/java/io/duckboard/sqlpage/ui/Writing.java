package io.duckboard.sqlpage.ui;

import io.duckboard.sqlpage.tab.EditorTab;
import java.util.UUID;

/** The result of a change to a tab. */
sealed interface Writing {

    record Kept() implements Writing {}

    /**
     * Another window had changed or closed the tab, so this window's text is in a new tab of its own.
     *
     * @param other the tab as the other window has it
     */
    record Apart(UUID other, EditorTab copy) implements Writing {}

    /** The same conflict, but no further tab can be opened. */
    record NoRoom(int most) implements Writing {}

    /** @param most characters that a tab keeps */
    record TooLong(int most) implements Writing {}
}
