package io.duckboard.transform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import io.duckboard.sqlpage.link.QueryLink;
import java.util.Map;

/** Shows a model's compiled SQL, with a link that opens it on the SQL page. */
final class SqlText extends Div {

    SqlText(String sql) {
        addClassName("node-sql");
        var head = new Div(new H3("Compiled SQL"));
        head.addClassName("node-sql-head");
        QueryLink.of(sql, Map.of()).address().ifPresent(address -> head.add(new Anchor(address, "Open in editor")));
        var text = new Pre(sql);
        text.addClassName("sql-text");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "group");
        text.getElement().setAttribute("aria-label", "Compiled SQL");
        add(head, text);
    }
}
