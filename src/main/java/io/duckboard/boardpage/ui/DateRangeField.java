package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.FilterReading;
import io.duckboard.board.FilterValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Days from one to another, either of which may be left out. */
final class DateRangeField implements FilterField {

    private final DateRangeFilter filter;
    private final Consumer<FilterValue> changed;
    private final DayField from;
    private final DayField to;
    private final Div both;

    DateRangeField(DateRangeFilter filter, Consumer<FilterValue> changed) {
        this.filter = filter;
        this.changed = changed;
        this.from = new DayField(filter.label() + ", from", _ -> take());
        this.to = new DayField("to", _ -> take());
        to.setAriaLabel(filter.label() + ", to");
        this.both = new Div(from, to);
        both.addClassName("date-range");
        both.getElement().setAttribute("role", "group").setAttribute("aria-label", filter.label());
    }

    @Override
    public Component component() {
        return both;
    }

    @Override
    public void show(FilterValue value) {
        boolean isRange = value instanceof FilterValue.OfDates;
        from.show(isRange ? ((FilterValue.OfDates) value).from() : Optional.empty());
        to.show(isRange ? ((FilterValue.OfDates) value).to() : Optional.empty());
    }

    private void take() {
        Optional<LocalDate> first = Optional.ofNullable(from.getValue());
        Optional<LocalDate> last = Optional.ofNullable(to.getValue());
        FilterReading reading = first.isEmpty() && last.isEmpty()
                ? new FilterReading.Read(new FilterValue.Unset())
                : filter.read(List.copyOf(new FilterValue.OfDates(first, last).texts()));
        switch (reading) {
            case FilterReading.Read(FilterValue value) -> {
                from.complain("");
                to.complain("");
                changed.accept(value);
            }
            case FilterReading.Refused(String message) -> from.complain(message);
        }
    }
}
