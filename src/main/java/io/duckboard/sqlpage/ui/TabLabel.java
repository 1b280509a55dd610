package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import io.duckboard.sqlpage.tab.EditorTab;
import java.util.UUID;

/**
 * A tab's name. The cross is for pointers only: nothing within a tab may take the focus, so the keyboard has Delete.
 */
final class TabLabel extends Tab {

    private final UUID tab;
    private final Span name = new Span();

    TabLabel(EditorTab tab, TabBar.Listener listener) {
        this.tab = tab.id();
        var cross = new Span("×");
        cross.addClassName("tab-cross");
        cross.setTitle("Close (Delete)");
        cross.getElement().setAttribute("aria-hidden", "true");
        cross.getElement()
                .addEventListener("click", _ -> listener.closed(this.tab))
                // Otherwise the tab would be chosen first.
                .stopPropagation();
        name.addClassName("tab-name");
        add(name, cross);
        rename(tab.name());
        getElement().setAttribute("aria-keyshortcuts", "F2 Delete");
        getElement().addEventListener("dblclick", _ -> listener.toBeRenamed(this.tab));
        getElement()
                .addEventListener("keydown", _ -> listener.toBeRenamed(this.tab))
                .setFilter("event.key === '" + Key.F2.getKeys().getFirst() + "'");
        getElement()
                .addEventListener("keydown", _ -> listener.closed(this.tab))
                .setFilter("event.key === '" + Key.DELETE.getKeys().getFirst() + "'");
    }

    UUID tab() {
        return tab;
    }

    void rename(String to) {
        name.setText(to);
        name.setTitle(to + " (double click or F2 renames it)");
    }
}
