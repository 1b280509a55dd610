package io.duckboard.datapage.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.datapage.ColumnEntry;
import io.duckboard.datapage.ColumnFacts;
import io.duckboard.datapage.ColumnFamily;
import io.duckboard.datapage.Histogram;
import io.duckboard.engine.protocol.Request;
import io.duckboard.format.Figures;
import io.duckboard.security.Place;
import io.duckboard.ui.Bars;
import io.duckboard.ui.FactList;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Progress;
import io.duckboard.ui.Questions;
import io.duckboard.ui.Skeleton;
import java.util.Optional;
import java.util.function.Consumer;

/** A summary of a column: its numbers first, then a small histogram. It is asked for once, when someone opens it. */
final class SummaryPanel extends Div {

    private final String table;
    private final ColumnEntry column;
    private final Questions questions;
    private final Progress progress = new Progress();
    private final Notice notice = new Notice(this::ask);
    private final Button cancel;
    private final Div summary = new Div();
    private boolean asked;

    SummaryPanel(QueryService queries, String table, ColumnEntry column) {
        this.table = table;
        this.column = column;
        this.questions = new Questions(queries, Place.DATA);
        this.cancel = new Button("Cancel", _ -> questions.cancel());
        addClassName("summary-panel");
        cancel.addThemeVariants(ButtonVariant.SMALL);
        // The style sheet shows the button only after a second.
        cancel.addClassName("after-a-second");
        cancel.setVisible(false);
        summary.addClassName("summary");
        add(progress, notice, cancel, summary);
    }

    void askOnce() {
        if (!asked) {
            ask();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
    }

    private void ask() {
        asked = true;
        summary.removeAll();
        summary.add(new Skeleton(3));
        ask(ColumnFacts.query(table, column), answered -> show(ColumnFacts.of(answered.answer())));
    }

    private void show(ColumnFacts facts) {
        summary.removeAll();
        summary.add(list(facts));
        Optional<Histogram> histogram = Histogram.of(table, column, facts);
        if (histogram.isEmpty()) {
            remark(facts).ifPresent(text -> summary.add(new Paragraph(text)));
            return;
        }
        var place = new Skeleton(Histogram.BARS);
        summary.add(place);
        ask(histogram.get().query(), answered -> {
            var bars = new Bars(
                    "Rows by " + column.name(),
                    histogram.get().bars(answered.answer()).stream()
                            .map(bar -> new Bars.Bar(bar.label(), bar.rows()))
                            .toList());
            summary.replace(place, bars);
        });
    }

    private void ask(Request.Query query, Consumer<QueryOutcome.Answered> listener) {
        notice.clear();
        cancel.setVisible(true);
        progress.start("Summing up " + column.name() + " …");
        questions.ask(this, query, outcome -> {
            progress.stop();
            cancel.setVisible(false);
            switch (outcome) {
                case QueryOutcome.Answered answered -> listener.accept(answered);
                case CallFailure failure -> {
                    removeSkeletons();
                    notice.show(failure);
                }
            }
        });
    }

    private void removeSkeletons() {
        summary.getChildren().filter(Skeleton.class::isInstance).toList().forEach(summary::remove);
    }

    private FactList list(ColumnFacts facts) {
        var list = new FactList();
        boolean isList = column.family() == ColumnFamily.LIST;
        facts.least().ifPresent(least -> list.add(isList ? "Fewest items" : "Min", least));
        facts.greatest().ifPresent(greatest -> list.add(isList ? "Most items" : "Max", greatest));
        list.add(
                "Nulls",
                facts.nulls() == 0
                        ? "none"
                        : Figures.count(facts.nulls()) + " (" + Figures.share(facts.nullShare()) + ")");
        list.add("Distinct, about", Figures.count(facts.distinct()));
        return list;
    }

    private Optional<String> remark(ColumnFacts facts) {
        if (facts.present() == 0) {
            return Optional.of(facts.rows() == 0 ? "The table has no rows." : "Every value is NULL.");
        }
        return column.family() == ColumnFamily.TEXT
                ? Optional.of("Too many different values for bars to say anything.")
                : Optional.empty();
    }
}
