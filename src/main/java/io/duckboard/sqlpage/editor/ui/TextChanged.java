package io.duckboard.sqlpage.editor.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/**
 * Somebody has typed. The event comes 300 ms after the last key, and at once before a run, before a switch to another
 * document, when the editor loses the focus and when its page is hidden.
 */
@DomEvent("text-changed")
public final class TextChanged extends ComponentEvent<SqlEditor> {

    private static final long serialVersionUID = 1L;

    private final String tabId;
    private final String text;
    private final int number;

    public TextChanged(
            SqlEditor source,
            boolean fromClient,
            @EventData("event.detail.tabId") String tabId,
            @EventData("event.detail.text") String text,
            @EventData("event.detail.number") int number) {
        super(source, fromClient);
        this.tabId = tabId;
        this.text = text;
        this.number = number;
    }

    public String tabId() {
        return tabId;
    }

    /** Returns the whole text. */
    public String text() {
        return text;
    }

    /** Returns by which number the browser wants to be told that this was heard. */
    int number() {
        return number;
    }
}
