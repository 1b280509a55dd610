package io.duckboard.sqlpage.history.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.duckboard.format.Figures;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.history.History;
import io.duckboard.sqlpage.history.HistoryCsv;
import io.duckboard.sqlpage.history.HistoryEntry;
import io.duckboard.ui.Notice;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Lists an owner's runs, the newest first. People search them, open them again, download them as CSV or delete them.
 */
@StyleSheet("kept.css")
public final class HistoryPanel extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryPanel.class);

    /** This is a screen or two; more are read when asked for. */
    private static final int PAGE = 50;

    private final History history;
    private final Clock clock;
    private final Owner owner;
    private final Consumer<String> open;
    private final TextField search = new TextField();
    private final Div header = new Div();
    private final Paragraph found = new Paragraph();
    private final Notice notice = new Notice(this::refresh);
    private final UnorderedList runs = new UnorderedList();
    private final Button older = new Button("Show older runs", _ -> showOlder());
    private final Button forgetAll = new Button("Forget all …", _ -> confirmForgettingAll());
    private final Anchor export = new Anchor(this::export, "Export as CSV");
    private int shown;

    /** @param open called with the SQL of a run that somebody wants back */
    public HistoryPanel(History history, Clock clock, Owner owner, Consumer<String> open) {
        this.history = history;
        this.clock = clock;
        this.owner = owner;
        this.open = open;
        addClassNames("kept", "history");
        search.setPlaceholder("Search the SQL");
        search.setAriaLabel("Search the history");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> refresh());
        export.addClassName("kept-link");
        forgetAll.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        var tools = new Div(export, forgetAll);
        tools.addClassName("kept-tools");
        header.add(search, tools);
        header.addClassName("kept-header");
        found.addClassName("remark");
        found.getElement().setAttribute("role", "status");
        runs.addClassName("kept-list");
        add(header, found, notice, runs, older);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    /** Shows what is stored now. */
    public void refresh() {
        runs.removeAll();
        shown = 0;
        notice.clear();
        showOlder();
    }

    private void showOlder() {
        String text = search.getValue().strip();
        try {
            List<HistoryEntry> page = history.search(owner, text, shown, PAGE);
            int all = history.count(owner, text);
            Instant now = clock.instant();
            page.forEach(run -> runs.add(new RunItem(run, now, open, this::confirmForgetting)));
            shown += page.size();
            older.setVisible(shown < all);
            found.setText(summary(text, all));
            header.setVisible(all > 0 || !text.isEmpty());
        } catch (DataAccessException e) {
            LOG.error("the history could not be read", e);
            older.setVisible(false);
            found.setText("");
            notice.show("The history cannot be read.", "Try again. Duckboard's log says more.");
        }
    }

    private static String summary(String text, int all) {
        if (all > 0) {
            return Figures.count(all, "run") + (text.isEmpty() ? "" : " with “" + text + "” in the SQL");
        }
        return text.isEmpty()
                ? "Nothing has been run yet. Every query is listed here: when it ran, how it ended, what it cost."
                : "No run has “" + text + "” in its SQL.";
    }

    private void confirmForgetting(HistoryEntry run) {
        confirm(
                "Forget this run?",
                "It goes from the history and cannot be brought back.",
                "Forget",
                () -> history.forget(owner, run.queryId()));
    }

    private void confirmForgettingAll() {
        int all = history.count(owner, "");
        confirm(
                "Forget all runs?",
                Figures.count(all, "run") + " would go, and could not be brought back. Saved queries and tabs stay.",
                "Forget all",
                () -> history.forgetAll(owner));
    }

    private void confirm(String question, String text, String yes, Runnable action) {
        var dialog = new ConfirmDialog(question, text, yes, _ -> {
            action.run();
            refresh();
        });
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.open();
    }

    private void export(DownloadEvent download) throws IOException {
        download.setFileName("duckboard-history.csv");
        download.setContentType("text/csv; charset=utf-8");
        try (Writer out = new OutputStreamWriter(download.getOutputStream(), StandardCharsets.UTF_8)) {
            new HistoryCsv(history).write(owner, out);
        }
    }
}
