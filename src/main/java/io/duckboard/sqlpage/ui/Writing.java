package io.duckboard.sqlpage.ui;

import io.duckboard.sqlpage.tab.EditorTab;
import java.util.UUID;

/** What became of a change to a tab. */
sealed interface Writing {

    record Kept() implements Writing {}

    /**
     * Another window had changed or closed the tab, so this one's text is in a tab of its own.
     *
     * @param other the tab as the other window has it
     */
    record Apart(UUID other, EditorTab copy) implements Writing {}

    /** As before, and there are as many tabs as can be. */
    record NoRoom(int most) implements Writing {}

    /** @param most characters that a tab keeps */
    record TooLong(int most) implements Writing {}
}
