package io.duckboard.sqlpage.editor.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;

/** The text is not SQL that could be laid out; nothing has changed. */
@DomEvent("format-failed")
public final class FormatFailed extends ComponentEvent<SqlEditor> {

    private static final long serialVersionUID = 1L;

    public FormatFailed(SqlEditor source, boolean fromClient) {
        super(source, fromClient);
    }
}
