package io.duckboard.tokenpage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import io.duckboard.security.Place;
import io.duckboard.token.IssuedToken;
import io.duckboard.ui.CopyButton;

/** Shows a token for the only time. A click beside it or the Escape key does not take it away. */
final class IssuedTokenDialog extends Dialog {

    /** The variable keeps the token out of the commands that a shell remembers. */
    private static final String CURL = """
        curl -H "Authorization: Bearer $DUCKBOARD_TOKEN" \\
          -H "Content-Type: application/sql" -H "Accept: text/csv" \\
          --data "SELECT 42 AS answer" ADDRESS""";

    IssuedTokenDialog(IssuedToken issued) {
        addClassName("token-dialog");
        setHeaderTitle("Copy the new token");
        setWidth("min(40rem, 92vw)");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        var text = new TextField("Token");
        text.addClassName("token-text");
        text.setReadOnly(true);
        text.setValue(issued.text());
        text.getElement().setAttribute("autocomplete", "off");
        var copy = new CopyButton(text);
        copy.setAriaLabel("Copy the token");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.setAutofocus(true);
        var token = new Div(text, copy);
        token.addClassName("token-to-copy");
        var once = new Paragraph("It is not shown again: Duckboard keeps only what is enough to know it when it comes."
                + " Whoever has it may ask in its owner's name.");
        add(token, once);
        if (Place.API_QUERY.isOpenTo(issued.token().role())) {
            addCommand();
        } else {
            add(new Paragraph("An agent that sends it reads dashboards, and nothing else."));
        }
        add(new TokenDocs());
        getFooter().add(new Button("Done", _ -> close()));
    }

    private void addCommand() {
        var how = new Paragraph();
        how.add("With the token in the variable ");
        how.add(new Code("DUCKBOARD_TOKEN"));
        how.add(", this asks the lake:");
        var curl = new Pre();
        curl.addClassName("sql-text");
        curl.getElement().setAttribute("tabindex", "0");
        curl.getElement().setAttribute("role", "group");
        curl.getElement().setAttribute("aria-label", "Command");
        // Only the browser knows the name by which it has reached the app.
        curl.getElement()
                .executeJs(
                        "this.textContent = $0.replace('ADDRESS', () => new URL('api/query', document.baseURI).href)",
                        CURL);
        add(how, curl);
        var copyCurl = new CopyButton(curl);
        copyCurl.setText("Copy the command");
        getFooter().add(copyCurl);
    }
}
