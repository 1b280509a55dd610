package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import io.duckboard.board.FilterValue;
import io.duckboard.board.OneFilter;
import io.duckboard.board.Options.Option;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One value of several, found by typing. */
final class OneFilterField implements FilterField {

    private final ComboBox<Option> field = new ComboBox<>();
    private final KnownOptions options;
    private FilterValue shown = new FilterValue.Unset();

    OneFilterField(OneFilter filter, Consumer<FilterValue> changed) {
        this.options = new KnownOptions(filter.options());
        field.setLabel(filter.label());
        field.setItemLabelGenerator(Option::label);
        field.setPlaceholder("all");
        field.setClearButtonVisible(true);
        fill();
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                shown = event.getValue() == null
                        ? new FilterValue.Unset()
                        : event.getValue().value();
                changed.accept(shown);
            }
        });
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public void show(FilterValue value) {
        if (!value.equals(shown)) {
            shown = value;
            fill();
        }
    }

    @Override
    public void offer(List<Option> offered) {
        options.offer(offered);
        fill();
    }

    @Override
    public Optional<String> label(FilterValue value) {
        return Optional.of(options.of(value).label());
    }

    private void fill() {
        boolean isUnset = shown instanceof FilterValue.Unset;
        field.setItems(options.with(isUnset ? List.of() : List.of(shown)));
        field.setValue(isUnset ? null : options.of(shown));
    }
}
