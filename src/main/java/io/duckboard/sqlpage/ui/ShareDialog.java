package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.duckboard.ui.CopyButton;

/** Shows a query's address to copy. */
final class ShareDialog extends Dialog {

    private final TextField link = new TextField("Link");
    private final CopyButton copy = new CopyButton(link);

    /** @param address relative to the app */
    ShareDialog(String address) {
        setHeaderTitle("Share this query");
        setWidth("min(36rem, 92vw)");
        link.setReadOnly(true);
        link.setWidthFull();
        // Only the browser knows the name by which it has reached the app.
        link.getElement().executeJs("this.value = new URL($0, document.baseURI).href", address);
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.setAutofocus(true);
        add(
                link,
                new Paragraph("Whoever opens it finds the SQL and its parameters filled in, in a tab of their own. "
                        + "Nothing runs before they say so."));
        getFooter().add(new Button("Close", _ -> close()), copy);
    }
}
