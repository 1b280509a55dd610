package io.duckboard.sqlpage.editor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.Vocabulary;
import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Place;
import io.duckboard.sqlpage.editor.Example;
import io.duckboard.sqlpage.editor.Names;
import io.duckboard.ui.Glyph;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Questions;
import io.duckboard.ui.Skeleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows the lake's tables and columns beside the editor, and example queries. It asks the engine for them when shown.
 */
@StyleSheet("tables-panel.css")
public final class TablesPanel extends Div {

    private final Questions questions;
    private final Consumer<Vocabulary> learned;
    private final TextField search = new TextField();
    private final Button refresh = new Button(new Glyph("icons/refresh.svg"), _ -> ask());
    private final Skeleton skeleton = new Skeleton(6);
    private final Notice notice = new Notice(this::ask);
    private final Paragraph remark = new Paragraph();
    private final TableTree tree;
    private Optional<Vocabulary> vocabulary = Optional.empty();
    private List<TableEntry> entries = List.of();

    /**
     * @param queries the service to ask
     * @param learned called with what the engine knows, each time it was asked
     * @param insert called with what to write at the cursor: a name, in quotes if it needs them
     * @param open called with the example query that somebody chose
     */
    public TablesPanel(
            QueryService queries, Consumer<Vocabulary> learned, Consumer<String> insert, Consumer<Example> open) {
        this.questions = new Questions(queries, Place.SQL);
        this.learned = learned;
        this.tree = new TableTree(
                row -> vocabulary.ifPresent(known -> insert.accept(new Names(known).written(row.name()))));
        addClassName("tables-panel");
        search.setPlaceholder("Tables and columns");
        search.setAriaLabel("Search tables and columns");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> draw());
        refresh.addThemeVariants(ButtonVariant.TERTIARY);
        refresh.setAriaLabel("Refresh the tables");
        refresh.setTooltipText("Look again which tables there are");
        var head = new Div(search, refresh);
        head.addClassName("tables-panel-head");
        remark.addClassName("remark");
        remark.getElement().setAttribute("role", "status");
        remark.setVisible(false);
        tree.setVisible(false);
        add(head, notice, skeleton, remark, tree, new ExampleList(open));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ask();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
    }

    private void ask() {
        questions.forget();
        notice.clear();
        refresh.setEnabled(false);
        skeleton.setVisible(vocabulary.isEmpty());
        ask(Vocabulary.question(), answered -> {
            var known = Vocabulary.of(answered.answer());
            vocabulary = Optional.of(known);
            skeleton.setVisible(false);
            draw();
            learned.accept(known);
        });
        ask(TableEntry.query(), answered -> {
            entries = TableEntry.of(answered.answer());
            draw();
        });
    }

    private void ask(Request.Query query, Consumer<QueryOutcome.Answered> then) {
        questions.ask(this, query, outcome -> {
            refresh.setEnabled(!questions.isAnyUnderWay());
            switch (outcome) {
                case QueryOutcome.Answered answered -> then.accept(answered);
                case CallFailure failure -> {
                    skeleton.setVisible(false);
                    notice.show(failure);
                }
            }
        });
    }

    private void draw() {
        if (vocabulary.isEmpty()) {
            return;
        }
        List<TableRow.Table> all = vocabulary.get().tables().stream()
                .map(table -> TableRow.Table.of(table, entry(table.name())))
                .toList();
        String wanted = search.getValue().strip();
        List<TableRow.Table> found = all.stream()
                .flatMap(table -> table.found(wanted.toLowerCase(Locale.ROOT)).stream())
                .toList();
        tree.setVisible(!found.isEmpty());
        tree.show(found, wanted.isEmpty() ? TableTree.Opened.NONE : TableTree.Opened.ALL);
        remark.setVisible(found.isEmpty());
        remark.setText(
                all.isEmpty()
                        ? "This lake has no tables yet. The Data page says how to bring some."
                        : "No table or column has “" + wanted + "” in its name.");
    }

    private Optional<TableEntry> entry(String table) {
        return entries.stream().filter(entry -> entry.name().equals(table)).findFirst();
    }
}
