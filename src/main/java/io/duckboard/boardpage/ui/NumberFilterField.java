package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.board.FilterReading;
import io.duckboard.board.FilterValue;
import io.duckboard.board.NumberFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/**
 * A number, typed or stepped. It is a text field with its own steps, because a browser's number field does not pass on
 * what is not a number, and then the page cannot say what is wrong with it.
 */
final class NumberFilterField implements FilterField {

    private static final int PAUSE_AFTER_LAST_KEY_MS = 300;

    private final NumberFilter filter;
    private final Consumer<FilterValue> changed;
    private final TextField field;
    private FilterValue last = new FilterValue.Unset();

    NumberFilterField(NumberFilter filter, Consumer<FilterValue> changed) {
        this.filter = filter;
        this.changed = changed;
        field = new TextField(filter.label());
        field.addClassName("number-filter");
        field.setManualValidation(true);
        field.setHelperText(range());
        field.getElement().setAttribute("inputmode", "decimal");
        field.setAutoselect(true);
        field.setMaxLength(40);
        field.setPrefixComponent(step("−", "Less: " + filter.label(), BigDecimal.ONE.negate()));
        field.setSuffixComponent(step("+", "More: " + filter.label(), BigDecimal.ONE));
        field.addKeyDownListener(Key.ARROW_UP, _ -> step(BigDecimal.ONE));
        field.addKeyDownListener(Key.ARROW_DOWN, _ -> step(BigDecimal.ONE.negate()));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_AFTER_LAST_KEY_MS);
        // Enter, or leaving the field, sends a text that is still waiting for the pause.
        field.getElement().addEventListener("change", _ -> {});
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                take(event.getValue().strip());
            }
        });
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public void show(FilterValue value) {
        if (!value.equals(last) || field.isInvalid()) {
            last = value;
            field.setValue(String.join("", value.texts()));
            complain("");
        }
    }

    private void take(String text) {
        // Without a number a page that begins with one shows nothing.
        FilterReading reading = text.isEmpty() && filter.preset().isPresent()
                ? filter.readOne(text)
                : filter.read(text.isEmpty() ? List.of() : List.of(text));
        switch (reading) {
            case FilterReading.Read(FilterValue value) -> {
                complain("");
                last = value;
                changed.accept(value);
            }
            case FilterReading.Refused(String message) -> complain(message);
        }
    }

    private void complain(String message) {
        field.setInvalid(!message.isEmpty());
        field.setErrorMessage(message);
        // An error message replaces the helper text, so that nothing below moves.
        field.setHelperText(field.isInvalid() ? null : range());
    }

    private String range() {
        if (filter.min().isPresent() && filter.max().isPresent()) {
            return filter.min().get().toPlainString() + " to "
                    + filter.max().get().toPlainString();
        }
        return filter.min()
                .map(least -> "at least " + least.toPlainString())
                .or(() -> filter.max().map(most -> "at most " + most.toPlainString()))
                .orElse("");
    }

    private Button step(String sign, String words, BigDecimal by) {
        var button = new Button(sign, _ -> step(by));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words);
        return button;
    }

    private void step(BigDecimal by) {
        BigDecimal from = last instanceof FilterValue.OfNumber(BigDecimal number)
                ? number
                : filter.min().orElse(BigDecimal.ZERO);
        BigDecimal to = from.add(by.multiply(filter.step().orElse(BigDecimal.ONE)));
        to = filter.min().map(to::max).orElse(to);
        to = filter.max().map(to::min).orElse(to);
        field.setValue(new FilterValue.OfNumber(to).texts().getFirst());
        take(field.getValue());
    }
}
