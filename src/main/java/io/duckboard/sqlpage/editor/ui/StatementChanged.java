package io.duckboard.sqlpage.editor.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** The statement that a run would take now has changed in a way that matters to parameters. */
@DomEvent("statement-changed")
public final class StatementChanged extends ComponentEvent<SqlEditor> {

    private static final long serialVersionUID = 1L;

    private final String tabId;
    private final String sql;

    public StatementChanged(
            SqlEditor source,
            boolean fromClient,
            @EventData("event.detail.tabId") String tabId,
            @EventData("event.detail.sql") String sql) {
        super(source, fromClient);
        this.tabId = tabId;
        this.sql = sql;
    }

    public String tabId() {
        return tabId;
    }

    /** Returns the statement; empty if it has no {@code $}, and so no parameters. */
    public String sql() {
        return sql;
    }
}
