package io.duckboard.sqlpage.editor.ui;

/** Whether the editor offers words while someone types; Ctrl+Space brings them in any case. */
public enum Completing {
    ON,
    OFF
}
