package io.duckboard.sqlpage.editor.ui;

/** Whether the editor offers words while someone types; Ctrl+Space always offers them. */
public enum Completing {
    ON,
    OFF
}
