package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.duckboard.board.Dashboard;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValue;
import io.duckboard.board.FilterValues;
import io.duckboard.board.Tile;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The filters that clicks on tiles set, each of which a click takes off. */
final class ClickedFilters extends Div {

    private final List<Filter> filters;
    private final FilterBar bar;
    private final Consumer<Filter> taken;

    /** @param taken called with the filter that somebody takes off */
    ClickedFilters(Dashboard dashboard, FilterBar bar, Consumer<Filter> taken) {
        this.bar = bar;
        this.taken = taken;
        this.filters = dashboard.tiles().stream()
                .flatMap(tile -> tile instanceof Tile.Query query ? query.onClick().stream() : Stream.of())
                .flatMap(click -> dashboard.filter(click.filter()).stream())
                .distinct()
                .toList();
        addClassName("board-chips");
    }

    void show(FilterValues values) {
        removeAll();
        filters.stream()
                .filter(filter -> !(values.value(filter) instanceof FilterValue.Unset)
                        && !values.value(filter).equals(filter.initial(values.today())))
                .forEach(filter -> add(chip(filter, values.value(filter))));
    }

    private NativeButton chip(Filter filter, FilterValue value) {
        String words = filter.label() + ": " + bar.label(filter, value);
        var chip = new NativeButton(words + " ✕", _ -> taken.accept(filter));
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-label", "Take off " + words);
        chip.setTitle(words);
        return chip;
    }
}
