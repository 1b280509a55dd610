package io.duckboard.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.format.Figures;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Shows in one line what an answer took. It keeps its place until there is an answer. */
public final class AnswerLine extends Paragraph {

    /** The server does not know where its readers are. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    public AnswerLine() {
        addClassName("status-line");
        getElement().setAttribute("role", "status");
    }

    public void show(QueryOutcome.Answered answered) {
        setText(String.join(" · ", parts(answered)));
    }

    /** @param session the price of everything that was asked in this session, including this answer */
    public void show(QueryOutcome.Answered answered, BigDecimal session) {
        List<String> parts = parts(answered);
        parts.add("session " + Figures.price(session));
        setText(String.join(" · ", parts));
    }

    public void clear() {
        setText("");
    }

    /** Shows the line without the number of rows, for a page that shows it elsewhere. */
    public void showTaken(QueryOutcome.Answered answered) {
        List<String> parts = parts(answered);
        setText(String.join(" · ", parts.subList(1, parts.size())));
    }

    private static List<String> parts(QueryOutcome.Answered answered) {
        Metadata metadata = answered.answer().metadata();
        var parts = new ArrayList<String>();
        parts.add(Figures.count(metadata.rowCount(), "row") + cut(metadata.truncated()));
        answered.unchangedSince().ifPresent(time -> parts.add("unchanged since " + TIME.format(time)));
        parts.add("round trip " + Figures.time(answered.roundTrip()));
        parts.add("query " + Figures.time(metadata.time()));
        parts.add("engine " + (metadata.warm() ? "warm" : "cold"));
        metadata.usage().bytesRead().ifPresent(bytes -> parts.add(Figures.size(bytes) + " read"));
        metadata.usage().peakMemoryBytes().ifPresent(bytes -> parts.add(Figures.size(bytes) + " peak"));
        parts.add(Figures.price(metadata.usage().estimatedUsd()));
        return parts;
    }

    private static String cut(Truncation truncated) {
        return switch (truncated) {
            case NONE -> "";
            case LIMIT -> ", and there are more";
            case SIZE -> ", more would not fit into an answer";
        };
    }
}
