package io.duckboard.datapage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;

/** Text that is shown in place of a table. */
final class Hint extends Div {

    private Hint(String title, String text) {
        addClassNames("card", "hint-card");
        add(new H2(title), new Paragraph(text));
    }

    static Hint toChoose() {
        var hint = new Hint("Choose a table", "Its columns, partitions and first rows are shown here.");
        hint.addClassName("hint-to-choose");
        return hint;
    }

    static Hint unknown(String table) {
        var hint = new Hint(
                "There is no table “" + table + "”", "It may have been removed or renamed since the link was made.");
        hint.add(new RouterLink("All tables", DataView.class));
        return hint;
    }
}
