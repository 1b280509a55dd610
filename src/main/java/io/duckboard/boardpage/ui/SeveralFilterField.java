package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.duckboard.board.FilterValue;
import io.duckboard.board.Options.Option;
import io.duckboard.board.SeveralFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Some values of several, found by typing. */
final class SeveralFilterField implements FilterField {

    private final MultiSelectComboBox<Option> field = new MultiSelectComboBox<>();
    private final KnownOptions options;
    private List<FilterValue> chosen = List.of();

    SeveralFilterField(SeveralFilter filter, Consumer<FilterValue> changed) {
        this.options = new KnownOptions(filter.options());
        field.setLabel(filter.label());
        field.setItemLabelGenerator(Option::label);
        field.setPlaceholder("all");
        field.setClearButtonVisible(true);
        field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.NONE);
        fill();
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen = event.getValue().stream().map(Option::value).toList();
                changed.accept(chosen.isEmpty() ? new FilterValue.Unset() : new FilterValue.OfSeveral(chosen));
            }
        });
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public void show(FilterValue value) {
        List<FilterValue> now = value instanceof FilterValue.OfSeveral(List<FilterValue> values) ? values : List.of();
        // A list that is open stays open while somebody chooses.
        if (!now.equals(chosen)) {
            chosen = now;
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
        return value instanceof FilterValue.OfSeveral(List<FilterValue> values)
                ? Optional.of(
                        values.stream().map(each -> options.of(each).label()).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private void fill() {
        field.setItems(options.with(chosen));
        Set<Option> selected = chosen.stream().map(options::of).collect(Collectors.toCollection(LinkedHashSet::new));
        field.setValue(selected);
    }
}
