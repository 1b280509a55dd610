package io.duckboard.tokenpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says what tokens are for, as long as there is none. */
final class NoTokens extends Div {

    NoTokens() {
        addClassNames("hint-card", "no-tokens");
        add(
                new H2("No tokens yet"),
                new Paragraph("A token lets a program ask the lake without signing in: a notebook, a job at night, an"
                        + " agent. It has a role, ends by itself, and can be revoked at any time."),
                new TokenDocs());
    }
}
