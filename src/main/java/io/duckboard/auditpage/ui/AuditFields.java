package io.duckboard.auditpage.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.audit.AuditFilter;
import io.duckboard.audit.AuditKind;
import io.duckboard.audit.AuditOutcome;
import java.util.Optional;

/** What somebody looks for. */
final class AuditFields extends Div {

    private final TextField text = field("Text", "Message, id, address or SQL");
    private final TextField person = field("Person", "Name");
    private final Select<AuditKind> kind = new Select<>();
    private final Select<AuditOutcome> outcome = new Select<>();
    private final DatePicker day = new DatePicker("Day");

    /** @param changed called when something else is looked for */
    AuditFields(Runnable changed) {
        addClassName("audit-fields");
        kind.setLabel("Kind");
        kind.setItems(AuditKind.values());
        kind.setItemLabelGenerator(one -> one == null ? "all" : one.word());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("all");
        outcome.setLabel("Outcome");
        outcome.setItems(AuditOutcome.values());
        outcome.setItemLabelGenerator(one -> one == null ? "all" : one.word());
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption("all");
        day.setClearButtonVisible(true);
        day.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        text.addValueChangeListener(_ -> changed.run());
        person.addValueChangeListener(_ -> changed.run());
        kind.addValueChangeListener(_ -> changed.run());
        outcome.addValueChangeListener(_ -> changed.run());
        day.addValueChangeListener(_ -> changed.run());
        add(text, person, kind, outcome, day);
    }

    AuditFilter filter() {
        return new AuditFilter(
                text.getValue(),
                person.getValue(),
                Optional.ofNullable(kind.getValue()),
                Optional.ofNullable(outcome.getValue()),
                Optional.ofNullable(day.getValue()));
    }

    private static TextField field(String label, String placeholder) {
        var field = new TextField(label);
        field.setPlaceholder(placeholder);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }
}
