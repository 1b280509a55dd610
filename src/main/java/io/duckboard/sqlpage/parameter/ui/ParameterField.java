package io.duckboard.sqlpage.parameter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Result;
import io.duckboard.sqlpage.parameter.ParameterEntry;
import io.duckboard.sqlpage.parameter.ParameterKind;
import io.duckboard.sqlpage.parameter.ParameterReading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field for one parameter: its text, its kind, and whether it is NULL instead. A text that is not a value stays as
 * typed.
 */
final class ParameterField extends Div {

    private static final String ISO = "yyyy-MM-dd";

    private final String name;
    private final Runnable changed;
    private final Div place = new Div();
    private final Select<ParameterKind> kind = new Select<>();
    private final Checkbox isNull = new Checkbox("NULL");
    private Component input;
    private String text = "";
    private boolean isKindChosen;
    private boolean isUnparsed;

    /** @param changed called when somebody has typed or chosen something */
    ParameterField(String name, ParameterKind guess, Runnable changed) {
        this.name = name;
        this.changed = changed;
        addClassName("parameter");
        place.addClassName("parameter-input");
        kind.setItems(ParameterKind.values());
        kind.setItemLabelGenerator(ParameterKind::label);
        kind.setAriaLabel("Type of $" + name);
        kind.addClassName("parameter-kind");
        kind.setValue(guess);
        kind.addValueChangeListener(event -> {
            isKindChosen |= event.isFromClient();
            draw();
            if (event.isFromClient()) {
                changed.run();
            }
        });
        isNull.setAriaLabel("NULL for $" + name);
        isNull.addValueChangeListener(event -> {
            ((HasEnabled) input).setEnabled(!event.getValue());
            mark("");
            if (event.isFromClient()) {
                changed.run();
            }
        });
        input = input();
        place.add(input);
        add(place, kind, isNull);
    }

    /** Sets the kind to begin with, as long as nobody has typed or chosen anything. */
    void suggest(ParameterKind guess) {
        if (text.isEmpty() && !isKindChosen) {
            kind.setValue(guess);
        }
    }

    void set(ParameterEntry entry) {
        isKindChosen = true;
        kind.setValue(entry.kind());
        isNull.setValue(entry.text().isEmpty());
        type(entry.text().orElse(""));
    }

    /** Takes over a text of any kind. */
    void type(String typed) {
        text = typed;
        draw();
    }

    ParameterEntry entry() {
        return new ParameterEntry(name, kind.getValue(), isNull.getValue() ? Optional.empty() : Optional.of(text));
    }

    /** Reads the value. If the text is not a value, the field says what is wrong with it. */
    ParameterReading read() {
        ParameterReading reading = entry().read();
        mark(
                switch (reading) {
                    case ParameterReading.Bound _ -> "";
                    case ParameterReading.Refused(var message) -> message;
                });
        return reading;
    }

    void focusInput() {
        ((Focusable<?>) input).focus();
    }

    private void mark(String message) {
        var field = (HasValidationProperties) input;
        field.setErrorMessage(message);
        field.setInvalid(!message.isEmpty());
    }

    private void draw() {
        place.remove(input);
        input = input();
        ((HasEnabled) input).setEnabled(!isNull.getValue());
        place.add(input);
        // Shows no error before something was typed: nobody has done anything wrong yet.
        if (!text.isEmpty() && !isNull.getValue()) {
            read();
        }
    }

    private Component input() {
        return switch (kind.getValue()) {
            case DATE -> date();
            case BOOLEAN -> truth();
            case TEXT -> textField("");
            case NUMBER -> textField("42");
            case TIMESTAMP -> textField("2019-04-01 12:30:00");
            case LIST -> textField("[1, 2]");
        };
    }

    private Component textField(String placeholder) {
        var field = new TextField("$" + name);
        field.setManualValidation(true);
        field.setPlaceholder(placeholder);
        field.setValue(text);
        field.addValueChangeListener(event -> take(event, event.getValue()));
        return field;
    }

    private Component truth() {
        var field = new Select<String>();
        field.setLabel("$" + name);
        field.setManualValidation(true);
        field.setItems("true", "false");
        if (text.equals("true") || text.equals("false")) {
            field.setValue(text);
        }
        field.addValueChangeListener(event -> take(event, Objects.requireNonNullElse(event.getValue(), "")));
        return field;
    }

    private Component date() {
        var field = new DatePicker("$" + name);
        field.setManualValidation(true);
        field.setPlaceholder("2019-04-01");
        field.setI18n(new DatePicker.DatePickerI18n().setDateFormat(ISO));
        field.setFallbackParser(typed -> {
            keepUnparsed(typed);
            return Result.error(ParameterKind.DATE.expected());
        });
        field.setValue(date(text));
        field.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                take(event, event.getValue().toString());
            } else if (!isUnparsed) {
                take(event, "");
            }
            isUnparsed = false;
        });
        return field;
    }

    /** Keeps a text in a date field that is not a date. The field's own value is or becomes empty then. */
    private void keepUnparsed(String typed) {
        text = typed;
        isUnparsed = ((DatePicker) input).getValue() != null;
        read();
        changed.run();
    }

    private void take(HasValue.ValueChangeEvent<?> event, String typed) {
        text = typed;
        if (event.isFromClient()) {
            read();
            changed.run();
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }
}
