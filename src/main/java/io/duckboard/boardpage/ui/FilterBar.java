package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.duckboard.board.Dashboard;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValue;
import io.duckboard.board.FilterValues;
import io.duckboard.board.OneFilter;
import io.duckboard.board.Options;
import io.duckboard.board.SeveralFilter;
import io.duckboard.client.QueryOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The filters of a dashboard. On a phone they are in a drawer. */
final class FilterBar extends Div {

    private final Map<Filter, FilterField> fields = new LinkedHashMap<>();
    private final NativeButton drawer = new NativeButton("Filters");

    /** @param changed called with each value that somebody chooses */
    FilterBar(Dashboard dashboard, BiConsumer<Filter, FilterValue> changed) {
        addClassName("board-filters");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Filters");
        setVisible(!dashboard.filters().isEmpty());
        drawer.addClassName("filters-drawer");
        drawer.getElement().setAttribute("aria-expanded", "false");
        drawer.addClickListener(_ -> toggle());
        add(drawer);
        var all = new Div();
        all.addClassName("filter-fields");
        for (Filter filter : dashboard.filters()) {
            FilterField field = FilterField.of(filter, value -> changed.accept(filter, value));
            fields.put(filter, field);
            all.add(field.component());
        }
        add(all);
    }

    void show(FilterValues values) {
        fields.forEach((filter, field) -> field.show(values.value(filter)));
        long set = fields.keySet().stream()
                .filter(filter -> !values.value(filter).equals(filter.initial(values.today())))
                .count();
        drawer.setText(set == 0 ? "Filters" : "Filters (" + set + " set)");
    }

    /**
     * Asks for the values that queries have. If there is no answer, a field shows what is chosen, and offers nothing.
     *
     * @param known called when more is known
     */
    void askForOptions(Asked asked, Runnable known) {
        fields.forEach((filter, field) -> options(filter)
                .ifPresent(options -> asked.ask(field, options.question(), outcome -> {
                    if (outcome instanceof QueryOutcome.Answered answered) {
                        field.offer(options.options(answered.answer()));
                        known.run();
                    }
                })));
    }

    /** What people read for the value of a filter. */
    String label(Filter filter, FilterValue value) {
        return Optional.ofNullable(fields.get(filter))
                .flatMap(field -> field.label(value))
                .orElseGet(() -> String.join(", ", value.texts()));
    }

    private static Optional<Options.Asked> options(Filter filter) {
        return switch (filter) {
            case OneFilter(var _, var _, Options.Asked asked, var _) -> Optional.of(asked);
            case SeveralFilter(var _, var _, Options.Asked asked, var _) -> Optional.of(asked);
            default -> Optional.empty();
        };
    }

    private void toggle() {
        boolean isOpen = !hasClassName("filters-open");
        setClassName("filters-open", isOpen);
        drawer.getElement().setAttribute("aria-expanded", String.valueOf(isOpen));
    }
}
