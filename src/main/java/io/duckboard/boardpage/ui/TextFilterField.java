package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.board.FilterReading;
import io.duckboard.board.FilterValue;
import io.duckboard.board.TextFilter;
import java.util.List;
import java.util.function.Consumer;

/** A text of one line. */
final class TextFilterField implements FilterField {

    private static final int PAUSE_AFTER_LAST_KEY_MS = 300;

    private final TextField field;

    TextFilterField(TextFilter filter, Consumer<FilterValue> changed) {
        field = new TextField(filter.label());
        field.setManualValidation(true);
        field.setClearButtonVisible(true);
        field.setMaxLength(1_000);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_AFTER_LAST_KEY_MS);
        field.getElement().addEventListener("change", _ -> {});
        field.addValueChangeListener(event -> {
            if (event.isFromClient()
                    && filter.read(List.of(event.getValue())) instanceof FilterReading.Read(FilterValue value)) {
                changed.accept(value);
            }
        });
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public void show(FilterValue value) {
        field.setValue(String.join("", value.texts()));
    }
}
