package io.duckboard.datapage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** Says what to do about a lake without tables. */
final class EmptyLake extends Div {

    EmptyLake(Runnable again) {
        addClassNames("card", "hint-card");
        add(
                new H2("The lake has no tables yet"),
                new UnorderedList(
                        way("duckboard lake populate", "fills it with a sample of New York's taxi trips"),
                        way("duckboard lake add NAME FILES…", "makes a table of your own Parquet, CSV or JSON files")),
                new Paragraph("Or put Parquet files there yourself: each becomes a table."),
                new Button("Look again", _ -> again.run()));
    }

    private static ListItem way(String command, String effect) {
        var item = new ListItem(new Code(command));
        item.add(" " + effect);
        return item;
    }
}
