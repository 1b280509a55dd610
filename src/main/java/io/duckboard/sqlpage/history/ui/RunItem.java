package io.duckboard.sqlpage.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.duckboard.format.Figures;
import io.duckboard.sqlpage.history.HistoryEntry;
import io.duckboard.sqlpage.history.HistoryOutcome;
import io.duckboard.ui.Glyph;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** A run as a line of the list: its SQL, which can be opened, and its outcome. */
final class RunItem extends ListItem {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** The line is cut to its width, and a tooltip shows what a reader takes in at a glance. */
    private static final int MOST_LINE = 300;

    private static final int MOST_TITLE = 1_000;

    RunItem(HistoryEntry run, Instant now, Consumer<String> open, Consumer<HistoryEntry> forget) {
        addClassName("kept-item");
        var sql = new NativeButton(firstLine(run.sql()), _ -> open.accept(run.sql()));
        sql.addClassNames("kept-open", "kept-sql");
        sql.setTitle(cut(run.sql().strip(), MOST_TITLE));
        sql.getElement().setAttribute("aria-label", "Open in a tab: " + firstLine(run.sql()));
        var gone = new Button(new Glyph("icons/close.svg"), _ -> forget.accept(run));
        gone.addThemeVariants(ButtonVariant.TERTIARY);
        gone.setAriaLabel("Forget this run");
        gone.setTooltipText("Forget this run");
        var line = new Div(sql, gone);
        line.addClassName("kept-line");
        add(line, facts(run, now));
        run.message().ifPresent(message -> {
            var why = new Paragraph(message);
            why.addClassName("run-message");
            why.setTitle(message);
            add(why);
        });
    }

    private static Div facts(HistoryEntry run, Instant now) {
        var outcome = new Span(words(run.outcome()));
        outcome.addClassName("run-outcome");
        outcome.getElement().setAttribute("data-outcome", run.outcome().name());
        var when = new Span(Figures.ago(Duration.between(run.startedAt(), now)));
        when.setTitle(EXACT.format(run.startedAt()));
        var facts = new Div(outcome, when);
        facts.addClassName("run-facts");
        run.took().ifPresent(took -> facts.add(new Span(Figures.time(took))));
        run.rows().ifPresent(rows -> facts.add(new Span(Figures.count(rows, "row"))));
        run.usd().ifPresent(usd -> facts.add(new Span(Figures.price(usd))));
        return facts;
    }

    private static String words(HistoryOutcome outcome) {
        return switch (outcome) {
            case RUNNING -> "running";
            case ANSWERED -> "answered";
            case EXPORTED -> "exported";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case TIMED_OUT -> "timed out";
            case UNREACHABLE -> "no engine";
            case INTERRUPTED -> "interrupted";
        };
    }

    /** Returns the first line that is not blank. */
    private static String firstLine(String sql) {
        return cut(
                sql.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("(empty)"),
                MOST_LINE);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " …";
    }
}
