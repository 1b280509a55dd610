package io.duckboard.auditpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.duckboard.audit.AuditLine;
import io.duckboard.format.Figures;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event as a line of the list. */
final class AuditItem extends ListItem {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The line is cut to its width, and a tooltip shows what a reader takes in at a glance. */
    private static final int MOST_TITLE = 1_000;

    AuditItem(AuditLine line) {
        addClassName("audit-line");
        var outcome = new Span(line.outcome().word());
        outcome.addClassName("audit-outcome");
        outcome.getElement()
                .setAttribute("data-good", String.valueOf(line.outcome().isGood()));
        var what = new Div(new Span(line.kind().word()), outcome);
        what.addClassName("audit-what");
        add(
                span("audit-at", EXACT.format(line.at())),
                what,
                span("audit-who", joined(line.name().isEmpty() ? "unknown" : line.name(), line.role())),
                span("audit-from", joined(line.address(), line.way())),
                facts(line));
        if (!line.message().isEmpty()) {
            add(text("audit-message", line.message()));
        }
        if (!line.sql().isEmpty()) {
            add(text("audit-sql", line.sql()));
        }
    }

    private static Div facts(AuditLine line) {
        String figures = Stream.of(
                        line.took().map(Figures::time).orElse(""),
                        line.rows().isPresent() ? Figures.count(line.rows().getAsLong(), "row") : "",
                        line.bytes().isPresent() ? Figures.size(line.bytes().getAsLong()) : "",
                        line.usd().map(Figures::price).orElse(""))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
        var facts = new Div(new Span(figures), new Span(line.id()));
        facts.addClassName("audit-facts");
        return facts;
    }

    private static String joined(String first, String second) {
        return Stream.of(first, second).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static Span span(String name, String text) {
        var span = new Span(text);
        span.addClassName(name);
        return span;
    }

    private static Paragraph text(String name, String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName(name);
        paragraph.setTitle(text.length() <= MOST_TITLE ? text : text.substring(0, MOST_TITLE) + " …");
        return paragraph;
    }
}
