package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a query's address to copy. */
final class ShareDialog extends Dialog {

    private final TextField link = new TextField("Link");
    private final Button copy = new Button("Copy");

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
        // Copies in the browser only: a browser grants the clipboard to a click, but not to an answer that comes later.
        copy.getElement().executeJs("""
                        this.addEventListener('click', async () => {
                          const field = $0;
                          try {
                            await navigator.clipboard.writeText(field.value);
                            this.textContent = 'Copied';
                          } catch {
                            field.inputElement.select();
                            this.textContent = 'Press Ctrl+C or ⌘+C';
                          }
                        })""", link.getElement());
        add(
                link,
                new Paragraph("Whoever opens it finds the SQL and its parameters filled in, in a tab of their own. "
                        + "Nothing runs before they say so."));
        getFooter().add(new Button("Close", _ -> close()), copy);
    }
}
