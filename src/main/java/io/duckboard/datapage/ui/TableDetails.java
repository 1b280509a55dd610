package io.duckboard.datapage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.datapage.ColumnEntry;
import io.duckboard.datapage.PartitionEntry;
import io.duckboard.datapage.TableEntry;
import io.duckboard.datapage.TableNotes;
import io.duckboard.engine.protocol.Request;
import io.duckboard.format.Figures;
import io.duckboard.security.Place;
import io.duckboard.ui.AnswerLine;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Progress;
import io.duckboard.ui.Questions;
import io.duckboard.ui.grid.AnswerGrid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Shows one table: what is known about it, its columns, its partitions, and its first rows. */
final class TableDetails extends Div {

    /** A grid with more columns than this is slow, and nobody looks through it. */
    private static final int PREVIEWED_COLUMNS = 50;

    private final QueryService queries;
    private final Questions questions;
    private final TableEntry table;
    private final Progress progress = new Progress();
    private final Div notes = new Div();
    private final Card columns = new Card("Columns", 6);
    private final Card partitions = new Card("Partitions", 4);
    private final Card rows = new Card("First rows", 8);

    /** @param facts shows what the list of tables knows about this one */
    TableDetails(QueryService queries, TableEntry table, Component facts) {
        this.queries = queries;
        this.questions = new Questions(queries, Place.DATA);
        this.table = table;
        addClassName("table-details");
        var header = new Div(new Div(new H2(table.name()), facts));
        if (table.problem().isEmpty()) {
            header.add(firstQuestion());
        }
        header.addClassName("table-header");
        notes.addClassName("table-notes");
        notes.setVisible(false);
        add(header, notes, progress);
    }

    /** Asks for what the list does not know. This must be on a page. */
    void ask(Runnable again) {
        if (table.problem().isPresent()) {
            var notice = new Notice(again);
            notice.show(table.problem().get(), "Load or build the table again; the other tables are not affected.");
            add(notice);
            return;
        }
        askNotes();
        add(columns);
        if (!table.partitionedBy().isEmpty()) {
            add(partitions);
            askPartitions();
        }
        add(rows);
        rows.await();
        askColumns();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
    }

    private Anchor firstQuestion() {
        String sql = URLEncoder.encode(table.firstQuestion(), StandardCharsets.UTF_8);
        var link = new Anchor("sql?q=" + sql, "Query this table");
        link.addClassName("link-button");
        return link;
    }

    /** An engine of an earlier version knows none. */
    private void askNotes() {
        questions.ask(this, TableNotes.query(table.name()), outcome -> {
            if (outcome instanceof QueryOutcome.Answered answered) {
                List<String> sentences = TableNotes.of(answered.answer()).sentences();
                sentences.forEach(sentence -> notes.add(new Paragraph(sentence)));
                notes.setVisible(!sentences.isEmpty());
            }
        });
    }

    private void askColumns() {
        ask(ColumnEntry.query(table.name()), columns, this::askColumns, answered -> {
            List<ColumnEntry> found = ColumnEntry.of(answered.answer());
            columns.show(
                    remark(Figures.count(found.size(), "column") + ". Open one to sum it up."),
                    new ColumnList(queries, table.name(), found));
            askRows(found);
        });
    }

    private void askPartitions() {
        ask(PartitionEntry.query(table.name()), partitions, this::askPartitions, answered -> {
            List<PartitionEntry> found = PartitionEntry.of(answered.answer());
            partitions.show(remark(Figures.count(found.size(), "partition")), new PartitionGrid(found));
        });
    }

    private void askRows(List<ColumnEntry> all) {
        List<ColumnEntry> shown = all.subList(0, Math.min(all.size(), PREVIEWED_COLUMNS));
        ask(table.preview(shown), rows, () -> askRows(all), answered -> {
            var content = new ArrayList<Component>();
            if (shown.size() < all.size()) {
                content.add(remark("The first " + shown.size() + " of " + Figures.count(all.size(), "column") + "."));
            }
            if (answered.answer().rows().isEmpty()) {
                content.add(remark("The table has no rows."));
            } else {
                var grid = new AnswerGrid("First rows of " + table.name());
                grid.show(answered.answer());
                content.add(grid);
            }
            var line = new AnswerLine();
            line.show(answered);
            content.add(line);
            rows.show(content.toArray(Component[]::new));
        });
    }

    private void ask(Request.Query query, Card card, Runnable again, Consumer<QueryOutcome.Answered> listener) {
        card.await();
        progress.start("Asking about " + table.name() + " …");
        questions.ask(this, query, outcome -> {
            if (!questions.isAnyUnderWay()) {
                progress.stop();
            }
            switch (outcome) {
                case QueryOutcome.Answered answered -> listener.accept(answered);
                case CallFailure failure -> card.show(failure, again);
            }
        });
    }

    private static Paragraph remark(String text) {
        var remark = new Paragraph(text);
        remark.addClassName("remark");
        return remark;
    }
}
