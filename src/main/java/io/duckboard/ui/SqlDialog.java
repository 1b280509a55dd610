package io.duckboard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Pre;

/** The SQL behind an answer, to read and to copy. */
public final class SqlDialog extends Dialog {

    public SqlDialog(String sql) {
        addClassName("sql-dialog");
        setHeaderTitle("What was asked");
        setWidth("44rem");
        setMaxWidth("100%");
        var text = new Pre(sql);
        text.addClassName("sql-text");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "group");
        text.getElement().setAttribute("aria-label", "SQL");
        add(text);
        var copy = new Button("Copy");
        // A page that came over plain HTTP from another machine has no clipboard; the text can still be selected.
        Clipboard.onClick(copy)
                .writeText(sql, _ -> copy.setText("Copied"), _ -> copy.setText("Select the text to copy it"));
        var close = new Button("Close", _ -> close());
        close.setAutofocus(true);
        getFooter().add(copy, close);
    }
}
