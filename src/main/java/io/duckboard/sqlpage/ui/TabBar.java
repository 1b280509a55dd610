package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.duckboard.sqlpage.tab.EditorTab;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows the tabs' names. People choose, close (×, or Delete) and rename (double click, or F2) tabs here, and open more.
 */
final class TabBar extends Composite<Div> {

    /** Hears what people do to tabs. */
    interface Listener {
        void chosen(UUID tab);

        void closed(UUID tab);

        void toBeRenamed(UUID tab);

        void opened();
    }

    private final Listener listener;
    private final Tabs tabs = new Tabs(false);
    private final Div bar = new Div();

    TabBar(Listener listener) {
        this.listener = listener;
        tabs.getElement().setAttribute("aria-label", "Queries");
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient() && event.getSelectedTab() instanceof TabLabel label) {
                listener.chosen(label.tab());
            }
        });
        var more = new Button("+", _ -> listener.opened());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.setAriaLabel("New tab");
        more.setTooltipText("New tab");
        bar.add(tabs, more);
        bar.addClassName("tab-bar");
    }

    @Override
    protected Div initContent() {
        return bar;
    }

    void show(List<EditorTab> open, UUID active) {
        tabs.removeAll();
        open.forEach(tab -> tabs.add(new TabLabel(tab, listener)));
        label(active).ifPresent(tabs::setSelectedTab);
    }

    void choose(UUID active) {
        label(active).ifPresent(tabs::setSelectedTab);
    }

    void rename(UUID tab, String name) {
        label(tab).ifPresent(label -> label.rename(name));
    }

    private Optional<TabLabel> label(UUID id) {
        return tabs.getChildren()
                .map(Tab.class::cast)
                .map(TabLabel.class::cast)
                .filter(label -> label.tab().equals(id))
                .findFirst();
    }
}
