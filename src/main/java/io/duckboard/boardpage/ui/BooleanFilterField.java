package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import io.duckboard.board.BooleanFilter;
import io.duckboard.board.FilterValue;
import java.util.Locale;
import java.util.function.Consumer;

/** Yes, no, or either. */
final class BooleanFilterField implements FilterField {

    private final Select<Choice> field = new Select<>();

    private enum Choice {
        ANY,
        YES,
        NO;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        private FilterValue value() {
            return switch (this) {
                case ANY -> new FilterValue.Unset();
                case YES -> new FilterValue.OfBoolean(true);
                case NO -> new FilterValue.OfBoolean(false);
            };
        }
    }

    BooleanFilterField(BooleanFilter filter, Consumer<FilterValue> changed) {
        field.setLabel(filter.label());
        field.setItems(Choice.values());
        field.setItemLabelGenerator(Choice::label);
        field.setValue(Choice.ANY);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(event.getValue().value());
            }
        });
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public void show(FilterValue value) {
        for (Choice choice : Choice.values()) {
            if (choice.value().equals(value)) {
                field.setValue(choice);
            }
        }
    }
}
