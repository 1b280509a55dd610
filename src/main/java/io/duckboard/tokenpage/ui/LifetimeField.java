package io.duckboard.tokenpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.token.NewToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** For how long a token is to be valid: a usual time, or a number of days. */
final class LifetimeField extends Div {

    private enum Choice {
        WEEK("7 days", 7),
        MONTH("30 days", 30),
        USUAL("90 days", NewToken.USUAL.toDays()),
        YEAR("a year", 365),
        OTHER("another number of days", 0);

        private final String words;
        private final long days;

        Choice(String words, long days) {
            this.words = words;
            this.days = days;
        }
    }

    private static final int MOST_DIGITS = 3;

    private final Clock clock;
    private final Select<Choice> choice = new Select<>();
    private final TextField days = new TextField("Days");
    private final Paragraph end = new Paragraph();

    LifetimeField(Clock clock) {
        this.clock = clock;
        addClassName("lifetime");
        choice.setLabel("Valid for");
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(one -> one.words);
        choice.setValue(Choice.USUAL);
        choice.addValueChangeListener(_ -> show());
        days.setMaxLength(MOST_DIGITS);
        days.setValueChangeMode(ValueChangeMode.EAGER);
        days.addValueChangeListener(_ -> show());
        end.addClassName("remark");
        end.getElement().setAttribute("role", "status");
        add(choice, days, end);
        show();
    }

    /** Returns what was chosen. If that is no number of days, the field says so, and it is empty. */
    Optional<Duration> length() {
        Optional<Duration> length = chosen();
        days.setErrorMessage("Type a number of days from 1 to " + NewToken.LONGEST.toDays() + ".");
        days.setInvalid(length.isEmpty());
        if (length.isEmpty()) {
            days.focus();
        }
        return length;
    }

    private Optional<Duration> chosen() {
        long chosen = choice.getValue() == Choice.OTHER ? typed() : choice.getValue().days;
        return Optional.of(Duration.ofDays(chosen))
                .filter(length -> length.isPositive() && length.compareTo(NewToken.LONGEST) <= 0);
    }

    private long typed() {
        String text = days.getValue().strip();
        return text.matches("[0-9]{1," + MOST_DIGITS + "}") ? Long.parseLong(text) : 0;
    }

    private void show() {
        days.setVisible(choice.getValue() == Choice.OTHER);
        days.setInvalid(false);
        end.setText(chosen().map(
                        length -> "It ends on " + TokenLine.day(clock.instant().plus(length)) + ".")
                .orElse("It ends by itself, after a year at the latest."));
    }
}
