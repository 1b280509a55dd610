package io.duckboard.enginepage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.calls.CallError;
import io.duckboard.enginepage.ErrorWords;
import io.duckboard.format.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The last errors in plain words. What was said to whoever asked may name tables and files of theirs, so that only those
 * see it who look after the engine.
 */
final class ErrorList extends Div {

    private final boolean tellsWhatWasSaid;

    ErrorList(boolean tellsWhatWasSaid) {
        this.tellsWhatWasSaid = tellsWhatWasSaid;
    }

    void show(List<CallError> errors, Instant now) {
        removeAll();
        if (errors.isEmpty()) {
            var none = new Paragraph("None since Duckboard was started.");
            none.addClassName("remark");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("error-list");
        errors.forEach(error -> list.add(item(error, now)));
        add(list);
    }

    private ListItem item(CallError error, Instant now) {
        var what = new Span(ErrorWords.of(error.word()));
        what.addClassName("error-what");
        var when = new Span(Figures.ago(Duration.between(error.at(), now)));
        when.setTitle(error.at().toString());
        when.addClassName("remark");
        var item = new ListItem(what, when);
        if (tellsWhatWasSaid) {
            var said = new Paragraph(error.failure().message());
            said.addClassName("error-said");
            var reference = new Span("Reference: " + error.reference());
            reference.addClassName("remark");
            item.add(said, reference);
        }
        return item;
    }
}
