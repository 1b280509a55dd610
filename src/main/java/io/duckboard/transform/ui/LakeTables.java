package io.duckboard.transform.ui;

import com.vaadin.flow.component.Component;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.datapage.LakeColumns;
import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Place;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Questions;
import java.util.List;
import java.util.function.Consumer;

/** The lake's tables and their columns, as far as they are loaded. */
final class LakeTables {

    private final Questions questions;
    private final Notice notice;
    private List<TableEntry> tables = List.of();
    private LakeColumns columns = LakeColumns.NONE;

    /** @param notice shows errors */
    LakeTables(QueryService queries, Notice notice) {
        this.questions = new Questions(queries, Place.LINEAGE);
        this.notice = notice;
    }

    /** Returns the tables; empty until the lake has answered. */
    List<TableEntry> tables() {
        return tables;
    }

    LakeColumns columns() {
        return columns;
    }

    /** Sends one query after the other, so that they use only one worker. */
    void ask(Component page, Runnable onTables, Runnable onColumns) {
        notice.clear();
        ask(page, TableEntry.query(), answer -> {
            tables = TableEntry.of(answer);
            onTables.run();
            ask(page, LakeColumns.query(), more -> {
                columns = LakeColumns.of(more);
                onColumns.run();
            });
        });
    }

    /** Cancels pending queries, and notifies nobody. */
    void forget() {
        questions.forget();
    }

    private void ask(Component page, Request.Query query, Consumer<Answer.Rows> listener) {
        questions.ask(page, query, outcome -> {
            switch (outcome) {
                case QueryOutcome.Answered answered -> listener.accept(answered.answer());
                case CallFailure failed -> notice.show(failed);
            }
        });
    }
}
