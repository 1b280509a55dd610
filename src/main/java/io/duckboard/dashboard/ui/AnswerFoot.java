package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.sqlpage.link.QueryLink;
import io.duckboard.ui.AnswerLine;
import io.duckboard.ui.SqlDialog;
import java.util.List;

/** Shows what an answer took and links to its SQL. It keeps its place until there is an answer. */
final class AnswerFoot extends Div {

    private final Asker asker;
    private String sql = "";
    private final AnswerLine line = new AnswerLine();
    private final Anchor editor = new Anchor("sql", "open in editor");
    private final Span ways = new Span(new NativeButton("show SQL", _ -> new SqlDialog(sql).open()), editor);

    /** @param asker whoever looks at the page; SQL is nothing for somebody who may not ask by it */
    AnswerFoot(Asker asker) {
        this.asker = asker;
        addClassName("answer-foot");
        ways.addClassName("answer-ways");
        ways.setVisible(false);
        add(line, ways);
    }

    void show(Request.Query query, QueryOutcome.Answered answered) {
        sql = query.sql();
        line.showTaken(answered);
        editor.setHref(new QueryLink(sql, List.of()).address().orElseThrow());
        ways.setVisible(asker.may(Place.SQL));
    }
}
