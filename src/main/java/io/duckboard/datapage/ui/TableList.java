package io.duckboard.datapage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouterLink;
import io.duckboard.datapage.TableEntry;
import io.duckboard.format.Figures;
import io.duckboard.ui.Skeleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Lists the lake's tables as links. The search keeps those whose name contains what is typed. */
final class TableList extends Div {

    /** With more tables than this, a search is quicker than scrolling. */
    private static final int SHOWN = 200;

    private final TextField search = new TextField();
    private final Nav links = new Nav(new Skeleton(4));
    private List<TableEntry> tables = List.of();
    private Instant now = Instant.EPOCH;
    private String chosen = "";

    TableList() {
        addClassName("table-list");
        search.setPlaceholder("Search tables");
        search.setAriaLabel("Search tables");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> draw());
        links.getElement().setAttribute("aria-label", "Tables");
        add(search, links);
    }

    /** @param now the time that ages are counted from */
    void show(List<TableEntry> tables, Instant now) {
        this.tables = tables;
        this.now = now;
        draw();
    }

    /** @param table empty to choose none */
    void choose(String table) {
        chosen = table;
        draw();
    }

    private void draw() {
        if (tables.isEmpty()) {
            return;
        }
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<TableEntry> found = tables.stream()
                .filter(table -> table.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        var list = new UnorderedList();
        found.stream().limit(SHOWN).map(this::item).forEach(list::add);
        links.removeAll();
        links.add(list);
        if (found.isEmpty()) {
            links.add(remark("No table has “" + search.getValue().strip() + "” in its name."));
        } else if (found.size() > SHOWN) {
            links.add(remark("And " + Figures.count(found.size() - SHOWN) + " more: search for a part of the name."));
        }
    }

    private ListItem item(TableEntry table) {
        var name = new Span(table.name());
        name.addClassName("table-name");
        var facts = new Span(TableFacts.brief(table, now));
        facts.addClassName("table-facts");
        var link = new RouterLink(DataView.class, table.name());
        link.add(name, facts);
        // The view says which table it shows, since the address may spell its name in another way.
        link.setHighlightCondition((_, _) -> false);
        if (table.problem().isPresent()) {
            link.addClassName("broken");
        }
        if (table.name().equals(chosen)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }

    private static Paragraph remark(String text) {
        var remark = new Paragraph(text);
        remark.addClassName("remark");
        return remark;
    }
}
