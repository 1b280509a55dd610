package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Result;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** A day, chosen from a calendar or typed as 2019-04-01. */
final class DayField extends DatePicker {

    private static final long serialVersionUID = 1L;

    private static final String ISO = "yyyy-MM-dd";

    /** @param changed called with each day that somebody chooses, or with none */
    DayField(String label, Consumer<Optional<LocalDate>> changed) {
        super(label);
        setManualValidation(true);
        setClearButtonVisible(true);
        setPlaceholder("any day");
        setI18n(new DatePickerI18n().setDateFormat(ISO));
        setFallbackParser(typed -> {
            complain("“" + typed + "” is not a date. Type a date such as 2019-04-01.");
            return Result.error("no date");
        });
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                complain("");
                changed.accept(Optional.ofNullable(event.getValue()));
            }
        });
    }

    void show(Optional<LocalDate> day) {
        complain("");
        setValue(day.orElse(null));
    }

    /** @param message empty if nothing is wrong */
    void complain(String message) {
        setErrorMessage(message);
        setInvalid(!message.isEmpty());
    }
}
