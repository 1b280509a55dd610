package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.board.Dashboard;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.board.rule.RuleMade;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All dashboards by folder, with a search once they are many. */
final class BoardList extends Div {

    /** So many are seen at once. */
    private static final int FEW = 8;

    private static final int PAUSE_AFTER_LAST_KEY_MS = 200;

    private final Path folder;
    private final TextField search = new TextField();
    private final Div folders = new Div();
    private List<FolderDashboard> dashboards = List.of();

    /** @param folder where somebody would put one */
    BoardList(Path folder) {
        this.folder = folder;
        addClassName("board-list");
        search.setPlaceholder("Search");
        search.setAriaLabel("Search dashboards");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_AFTER_LAST_KEY_MS);
        search.addValueChangeListener(_ -> draw());
        add(search, folders);
    }

    void show(List<FolderDashboard> now) {
        dashboards = now;
        search.setVisible(now.size() > FEW);
        draw();
    }

    private void draw() {
        folders.removeAll();
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        Map<String, List<FolderDashboard>> byFolder = dashboards.stream()
                .filter(dashboard -> text(dashboard).contains(wanted))
                .collect(Collectors.groupingBy(
                        dashboard -> dashboard.name().folder(), TreeMap::new, Collectors.toList()));
        byFolder.forEach((name, found) -> {
            if (!name.isEmpty()) {
                folders.add(new H2(name));
            }
            var list = new UnorderedList();
            found.forEach(dashboard -> list.add(item(dashboard)));
            folders.add(list);
        });
        if (dashboards.isEmpty()) {
            folders.add(
                    new Paragraph("There are no dashboards yet. Each is a file NAME.yaml in " + folder + "."),
                    new UnorderedList(madeByRule()));
        } else if (byFolder.isEmpty()) {
            folders.add(new Paragraph("No dashboard has “" + search.getValue().strip() + "” in its name or title."));
        }
    }

    private static ListItem madeByRule() {
        return new ListItem(
                new Anchor("d/" + RuleMade.NAME.name(), "Overview"),
                new Paragraph("Made by rule from what the lake says of its tables, as long as there is no other."
                        + " To have it as a file: duckboard dashboards make --out NAME.yaml"));
    }

    private static String text(FolderDashboard dashboard) {
        return (dashboard.name().name() + " "
                        + dashboard.shown().map(Dashboard::title).orElse("") + " "
                        + dashboard.name().folder())
                .toLowerCase(Locale.ROOT);
    }

    private static ListItem item(FolderDashboard dashboard) {
        String title =
                dashboard.shown().map(Dashboard::title).orElse(dashboard.name().name());
        var item = new ListItem(new Anchor("d/" + dashboard.name().name(), title));
        dashboard
                .shown()
                .map(Dashboard::description)
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> item.add(new Paragraph(words)));
        if (dashboard.now().hasErrors()) {
            item.add(new ProblemList(dashboard.now().problems()));
        }
        return item;
    }
}
