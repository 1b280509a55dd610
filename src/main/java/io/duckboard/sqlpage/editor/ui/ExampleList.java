package io.duckboard.sqlpage.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.sqlpage.editor.Example;
import io.duckboard.sqlpage.editor.Examples;
import java.util.function.Consumer;

/** Lists the example queries, each as a button. */
final class ExampleList extends Details {

    /** @param chosen called with the example that somebody clicks */
    ExampleList(Consumer<Example> chosen) {
        super("Examples");
        addClassName("example-list");
        var list = new UnorderedList();
        Examples.all().forEach(example -> list.add(new ListItem(button(example, chosen))));
        add(list);
        setOpened(true);
    }

    private static Button button(Example example, Consumer<Example> chosen) {
        var button = new Button(example.title(), _ -> chosen.accept(example));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setTooltipText(example.description());
        return button;
    }
}
