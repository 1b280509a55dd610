package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.duckboard.client.QueryOutcome;
import io.duckboard.datapage.Freshness;
import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Figures;
import io.duckboard.security.Place;
import java.time.Duration;
import java.util.List;

/** How old the table is that a dashboard names, how many rows it has, and whether its sources have changed since. */
final class BoardAge extends Div {

    private final String table;
    private final BoardTools tools;
    private final Span age = new Span();
    private final Span change = new Span();

    BoardAge(String table, BoardTools tools) {
        this.table = table;
        this.tools = tools;
        addClassNames("page-facts", "board-age");
        add(age, change);
    }

    void ask(Asked asked) {
        asked.ask(this, TableEntry.query(), outcome -> {
            if (outcome instanceof QueryOutcome.Answered answered) {
                show(answered.answer());
            }
        });
    }

    private void show(Answer.Rows answer) {
        List<TableEntry> tables = TableEntry.of(answer);
        tables.stream()
                .filter(entry -> entry.name().equalsIgnoreCase(table))
                .findFirst()
                .ifPresent(entry -> {
                    String built = entry.builtAt()
                            .map(time -> table + " built "
                                    + Figures.ago(
                                            Duration.between(time, tools.clock().instant())))
                            .orElse(table);
                    age.setText(built
                            + (entry.rows().isPresent()
                                    ? " · " + Figures.count(entry.rows().getAsLong(), "row")
                                    : ""));
                });
        Freshness.of(table, tables).ifPresent(this::show);
    }

    private void show(Freshness freshness) {
        change.removeAll();
        if (!freshness.isFresh()) {
            change.add(new Text(" · " + freshness.words()));
            if (tools.asker().may(Place.TRANSFORM_START)) {
                change.add(new Text(": "), new Anchor("lineage", "run the transform"));
            }
        }
    }
}
