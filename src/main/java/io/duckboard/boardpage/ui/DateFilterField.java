package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import io.duckboard.board.DateFilter;
import io.duckboard.board.FilterReading;
import io.duckboard.board.FilterValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** One day. */
final class DateFilterField implements FilterField {

    private final DateFilter filter;
    private final Consumer<FilterValue> changed;
    private final DayField field;

    DateFilterField(DateFilter filter, Consumer<FilterValue> changed) {
        this.filter = filter;
        this.changed = changed;
        this.field = new DayField(filter.label(), this::take);
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public void show(FilterValue value) {
        field.show(value instanceof FilterValue.OfDate(LocalDate day) ? Optional.of(day) : Optional.empty());
    }

    private void take(Optional<LocalDate> day) {
        switch (filter.read(day.map(LocalDate::toString).stream().toList())) {
            case FilterReading.Read(FilterValue value) -> changed.accept(value);
            case FilterReading.Refused(String message) -> field.complain(message);
        }
    }
}
