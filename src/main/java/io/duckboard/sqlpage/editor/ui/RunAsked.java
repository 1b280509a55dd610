package io.duckboard.sqlpage.editor.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants a statement run: what is selected, or the statement at the cursor. */
@DomEvent("run")
public final class RunAsked extends ComponentEvent<SqlEditor> {

    private static final long serialVersionUID = 1L;

    private final String tabId;
    private final String sql;
    private final int start;
    private final int line;
    private final int column;

    /**
     * @param sql blank if there is nothing to run
     * @param start where {@code sql} begins in the text, in characters (UTF-16)
     * @param line the line where it begins, from 1
     * @param column the column where it begins, from 1
     */
    public RunAsked(
            SqlEditor source,
            boolean fromClient,
            @EventData("event.detail.tabId") String tabId,
            @EventData("event.detail.sql") String sql,
            @EventData("event.detail.start") int start,
            @EventData("event.detail.line") int line,
            @EventData("event.detail.column") int column) {
        super(source, fromClient);
        this.tabId = tabId;
        this.sql = sql;
        this.start = start;
        this.line = line;
        this.column = column;
    }

    /** Returns the document that contains the statement. */
    public String tabId() {
        return tabId;
    }

    public String sql() {
        return sql;
    }

    public int start() {
        return start;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
