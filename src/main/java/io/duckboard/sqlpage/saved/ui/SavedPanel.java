package io.duckboard.sqlpage.saved.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.duckboard.format.Figures;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.saved.SavedOutcome;
import io.duckboard.sqlpage.saved.SavedQueries;
import io.duckboard.sqlpage.saved.SavedQuery;
import io.duckboard.sqlpage.saved.SqlArchive;
import io.duckboard.ui.Notice;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Lists an owner's saved queries by folder. People save, search, open, move, delete, import and export them here. */
@StyleSheet("kept.css")
public final class SavedPanel extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(SavedPanel.class);

    /** This is enough time to see what one did, and to reach the button. */
    private static final Duration UNDO = Duration.ofSeconds(10);

    private final SavedQueries queries;
    private final Owner owner;
    private final Consumer<SavedQuery> open;
    private final SaveForm form;
    private final TextField search = new TextField();
    private final Anchor export = new Anchor(this::export, "Export all as .zip");
    private final Paragraph found = new Paragraph();
    private final Notice notice = new Notice(this::refresh);
    private final Div folders = new Div();

    /**
     * @param text gets the editor's text to save
     * @param open called with a query that somebody wants in a tab
     */
    public SavedPanel(SavedQueries queries, Owner owner, Supplier<String> text, Consumer<SavedQuery> open) {
        this.queries = queries;
        this.owner = owner;
        this.open = open;
        this.form = new SaveForm(queries, owner, text, this::refresh);
        addClassNames("kept", "saved");
        search.setPlaceholder("Search names and SQL");
        search.setAriaLabel("Search the saved queries");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> refresh());
        export.addClassName("kept-link");
        var header = new Div(search, export);
        header.addClassName("kept-header");
        found.addClassName("remark");
        found.getElement().setAttribute("role", "status");
        folders.addClassName("saved-folders");
        add(form, header, found, notice, folders, new ImportField(queries, owner, this::refresh));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    /** Shows what is stored now. */
    public void refresh() {
        folders.removeAll();
        notice.clear();
        String text = search.getValue().strip();
        try {
            List<SavedQuery> all = queries.of(owner);
            List<SavedQuery> wanted = text.isEmpty() ? all : queries.search(owner, text);
            form.offer(folderNames(all));
            byFolder(wanted).forEach((folder, inside) -> folders.add(group(folder, inside)));
            export.setVisible(!all.isEmpty());
            search.setVisible(!all.isEmpty());
            found.setText(summary(text, all.size(), wanted.size()));
        } catch (DataAccessException e) {
            LOG.error("the saved queries could not be read", e);
            found.setText("");
            notice.show("The saved queries cannot be read.", "Try again. Duckboard's log says more.");
        }
    }

    private static String summary(String text, int all, int wanted) {
        if (all == 0) {
            return "Nothing is saved yet. Give the query in the editor a name, or import .sql files.";
        }
        if (text.isEmpty()) {
            return "";
        }
        return wanted == 0
                ? "Nothing saved has “" + text + "” in its name or SQL."
                : Figures.count(wanted) + " of " + Figures.count(all) + " have “" + text + "” in their name or SQL.";
    }

    private static Map<String, List<SavedQuery>> byFolder(List<SavedQuery> queries) {
        return queries.stream()
                .collect(Collectors.groupingBy(SavedQuery::folder, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> folderNames(List<SavedQuery> queries) {
        return queries.stream()
                .map(SavedQuery::folder)
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .toList();
    }

    private Component group(String folder, List<SavedQuery> inside) {
        var list = new UnorderedList();
        list.addClassName("kept-list");
        inside.forEach(query -> list.add(new SavedItem(query, open, this::move, this::delete)));
        if (folder.isEmpty()) {
            return list;
        }
        var name = new Span(folder);
        var count = new Span(Figures.count(inside.size()));
        count.addClassName("remark");
        var group = new NativeDetails(new Span(name, count), list);
        group.setOpen(true);
        return group;
    }

    private void move(SavedQuery query) {
        new MoveDialog(queries, owner, query, folderNames(queries.of(owner)), this::refresh).open();
    }

    private void delete(SavedQuery query) {
        queries.delete(owner, query.id());
        refresh();
        var notification = new Notification();
        var undo = new Button("Undo", _ -> {
            notification.close();
            restore(query);
        });
        var line = new Div(new Span("“" + query.name() + "” is deleted."), undo);
        line.addClassName("kept-undo");
        notification.add(line);
        notification.setDuration(Math.toIntExact(UNDO.toMillis()));
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.open();
    }

    private void restore(SavedQuery query) {
        String problem = switch (queries.restore(owner, query.id())) {
            case SavedOutcome.Done _ -> "";
            case SavedOutcome.NameTaken _ -> "Another query has its name by now. Rename that one, then undo.";
            case SavedOutcome.TooMany(int most) ->
                Figures.count(most) + " queries are saved, and that is all there is room for.";
            case SavedOutcome.Gone _, SavedOutcome.TooLong _ -> "It was deleted too long ago.";
        };
        refresh();
        if (!problem.isEmpty()) {
            notice.show("“" + query.name() + "” could not be brought back.", problem);
        }
    }

    private void export(DownloadEvent download) throws IOException {
        download.setFileName("duckboard-queries.zip");
        download.setContentType("application/zip");
        SqlArchive.write(queries.of(owner), download.getOutputStream());
    }
}
