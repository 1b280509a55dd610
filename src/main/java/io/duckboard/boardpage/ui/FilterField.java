package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import io.duckboard.board.BooleanFilter;
import io.duckboard.board.DateFilter;
import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValue;
import io.duckboard.board.NumberFilter;
import io.duckboard.board.OneFilter;
import io.duckboard.board.Options;
import io.duckboard.board.SeveralFilter;
import io.duckboard.board.TextFilter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where somebody chooses the value of a filter. */
interface FilterField {

    Component component();

    /** Shows a value that was chosen elsewhere; nobody is told. */
    void show(FilterValue value);

    /** Offers values that a query's rows have. */
    default void offer(List<Options.Option> options) {}

    /** What people read for a value, if the field knows more than its text. */
    default Optional<String> label(FilterValue value) {
        return Optional.empty();
    }

    /** @param changed called with each value that somebody chooses; not with what is none */
    static FilterField of(Filter filter, Consumer<FilterValue> changed) {
        return switch (filter) {
            case NumberFilter number -> new NumberFilterField(number, changed);
            case TextFilter text -> new TextFilterField(text, changed);
            case DateFilter date -> new DateFilterField(date, changed);
            case DateRangeFilter range -> new DateRangeField(range, changed);
            case BooleanFilter truth -> new BooleanFilterField(truth, changed);
            case OneFilter one -> new OneFilterField(one, changed);
            case SeveralFilter several -> new SeveralFilterField(several, changed);
        };
    }
}
