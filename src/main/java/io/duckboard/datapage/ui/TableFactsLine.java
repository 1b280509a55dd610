package io.duckboard.datapage.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.datapage.TableEntry;
import io.duckboard.security.Place;
import io.duckboard.ui.Questions;
import java.time.Instant;

/** Says in one line what is known about a table. If its rows have not been counted, it offers to count them. */
final class TableFactsLine extends Div {

    private final TableEntry table;
    private final Instant now;
    private final Questions questions;
    private final Span words = new Span();
    private final Button count = new Button("Count rows");

    TableFactsLine(QueryService queries, TableEntry table, Instant now) {
        this.table = table;
        this.now = now;
        this.questions = new Questions(queries, Place.DATA);
        addClassName("table-facts");
        words.setText(TableFacts.whole(table, now));
        add(words);
        if (table.rows().isEmpty() && table.problem().isEmpty()) {
            count.addThemeVariants(ButtonVariant.SMALL);
            count.setDisableOnClick(true);
            count.addClickListener(_ -> questions.ask(this, table.count(), this::counted));
            add(count);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
    }

    private void counted(RowsOutcome outcome) {
        switch (outcome) {
            case QueryOutcome.Answered answered -> {
                words.setText(TableFacts.whole(table.counted(answered.answer()), now));
                remove(count);
            }
            case CallFailure failed -> notCounted(failed.failure().message());
        }
    }

    private void notCounted(String reason) {
        words.setText(TableFacts.whole(table, now) + " · not counted: " + reason);
        count.setEnabled(true);
    }
}
