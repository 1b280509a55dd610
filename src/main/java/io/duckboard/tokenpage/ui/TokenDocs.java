package io.duckboard.tokenpage.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;

/** Says where to read on. */
final class TokenDocs extends Paragraph {

    TokenDocs() {
        addClassName("token-docs");
        // It is a page of its own, which Flow's router does not know.
        var api = new Anchor("api", "The API", AnchorTarget.BLANK);
        api.setRouterIgnore(true);
        add(api);
        add(" says what programs can ask. ");
        add(new Code("docs/http.md"));
        add(" shows it in curl, Python, R and JavaScript, ");
        add(new Code("docs/mcp.md"));
        add(" for agents.");
    }
}
