package io.duckboard.transform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.security.Place;
import io.duckboard.ui.AnswerLine;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Questions;
import io.duckboard.ui.Skeleton;
import io.duckboard.ui.grid.AnswerGrid;
import java.util.List;
import java.util.UUID;

/** Shows the rows that a test found, which the engine keeps for a day. */
final class FoundRows extends Dialog {

    private static final int SHOWN = 500;

    private final Questions questions;
    private final UUID rows;

    FoundRows(QueryService queries, UUID rows) {
        this.questions = new Questions(queries, Place.LINEAGE);
        this.rows = rows;
        setHeaderTitle("Rows that should not be there");
        setWidth("60rem");
        setMaxWidth("100%");
        add(new Skeleton(6));
        var close = new Button("Close", _ -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        ask();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
        super.onDetach(event);
    }

    private void ask() {
        Request.Query query = Request.Query.of("SELECT * FROM parts")
                .parts(List.of(rows))
                .limit(SHOWN)
                .format(RowFormat.ROWS);
        questions.ask(this, query, outcome -> {
            removeAll();
            switch (outcome) {
                case QueryOutcome.Answered answered -> show(answered);
                case CallFailure failure -> {
                    var notice = new Notice(this::ask);
                    notice.show(failure);
                    add(notice);
                }
            }
        });
    }

    private void show(QueryOutcome.Answered answered) {
        var grid = new AnswerGrid("Rows that should not be there");
        grid.show(answered.answer());
        var line = new AnswerLine();
        line.show(answered);
        add(grid, line);
    }
}
