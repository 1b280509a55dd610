package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.dashboard.TopLocations;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Asks for a number of locations. It is a text field with its own steps, because a browser's number field does not pass
 * on what is not a number, and then the page cannot say what is wrong with it.
 */
final class LocationCountField extends TextField {

    static final int FIRST = 5;
    private static final int PAUSE_AFTER_LAST_KEY_MS = 400;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,9}");
    private static final String RANGE = "1 to " + TopLocations.MOST;
    private static final String EXPECTED = "Type a whole number from " + RANGE + ".";

    private int last = FIRST;

    /** @param changed called with each new number, and with nothing if the text is not a valid number */
    LocationCountField(Consumer<OptionalInt> changed) {
        super("# of pickup locations");
        addClassName("location-count");
        setManualValidation(true);
        setHelperText(RANGE);
        getElement().setAttribute("inputmode", "numeric");
        setAutoselect(true);
        setMaxLength(20);
        setPrefixComponent(step("−", "One location fewer", -1));
        setSuffixComponent(step("+", "One location more", 1));
        addKeyDownListener(Key.ARROW_UP, _ -> step(1));
        addKeyDownListener(Key.ARROW_DOWN, _ -> step(-1));
        setValue(String.valueOf(FIRST));
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_AFTER_LAST_KEY_MS);
        // Enter, or leaving the field, sends a text that is still waiting for the pause.
        getElement().addEventListener("change", _ -> {});
        addValueChangeListener(event -> changed.accept(read(event.getValue().strip())));
    }

    private OptionalInt read(String text) {
        String problem = problem(text);
        setInvalid(!problem.isEmpty());
        setErrorMessage(problem);
        // An error message replaces the helper text, so that nothing below moves.
        setHelperText(isInvalid() ? null : RANGE);
        if (isInvalid()) {
            return OptionalInt.empty();
        }
        last = Integer.parseInt(text);
        return OptionalInt.of(last);
    }

    private static String problem(String text) {
        if (text.isEmpty()) {
            return EXPECTED;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            return "“" + text + "” is not a whole number. " + EXPECTED;
        }
        int number = Integer.parseInt(text);
        return number < 1 || number > TopLocations.MOST
                ? number + " is not between 1 and " + TopLocations.MOST + "."
                : "";
    }

    private Button step(String sign, String words, int by) {
        var button = new Button(sign, _ -> step(by));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words);
        return button;
    }

    private void step(int by) {
        setValue(String.valueOf(Math.clamp(last + by, 1, TopLocations.MOST)));
    }
}
