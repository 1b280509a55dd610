package io.duckboard.sqlpage.saved.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.duckboard.sqlpage.saved.SavedQuery;
import io.duckboard.sqlpage.saved.SqlArchive;
import io.duckboard.ui.Glyph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A saved query as a line of the list. Its name opens it, and the other actions follow. */
final class SavedItem extends ListItem {

    /** A longer text does not tell anybody more about what a query does. */
    private static final int MOST_TITLE = 1_000;

    private final SavedQuery query;

    SavedItem(SavedQuery query, Consumer<SavedQuery> open, Consumer<SavedQuery> move, Consumer<SavedQuery> delete) {
        this.query = query;
        addClassName("kept-item");
        var name = new NativeButton(query.name(), _ -> open.accept(query));
        name.addClassName("kept-open");
        name.setTitle(query.sql().substring(0, Math.min(query.sql().length(), MOST_TITLE)));
        name.getElement().setAttribute("aria-label", "Open in a tab: " + query.name());
        var file = new Anchor(this::download, "");
        file.addClassName("kept-icon");
        file.add(new Glyph("icons/save.svg"));
        file.setTitle("Download as .sql");
        file.getElement().setAttribute("aria-label", "Download " + query.name() + " as .sql");
        var line = new Div(name, button("edit", "Rename or move ", move), file, button("delete", "Delete ", delete));
        line.addClassName("kept-line");
        var sql = new Span(query.sql()
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(""));
        sql.addClassNames("kept-sql", "saved-sql");
        add(line, sql);
    }

    private Button button(String icon, String what, Consumer<SavedQuery> action) {
        var button = new Button(new Glyph("icons/" + icon + ".svg"), _ -> action.accept(query));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(what + query.name());
        button.setTooltipText(what.strip());
        return button;
    }

    private void download(DownloadEvent download) throws IOException {
        download.setFileName(SqlArchive.fileName(query));
        download.setContentType("application/sql; charset=utf-8");
        download.getOutputStream().write(query.sql().getBytes(StandardCharsets.UTF_8));
    }
}
