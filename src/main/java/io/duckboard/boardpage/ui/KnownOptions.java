package io.duckboard.boardpage.ui;

import io.duckboard.board.FilterValue;
import io.duckboard.board.Options;
import io.duckboard.board.Options.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that a field offers. What is chosen is among them, also before a query has said which there are. */
final class KnownOptions {

    private final Map<FilterValue, Option> known = new LinkedHashMap<>();

    KnownOptions(Options options) {
        if (options instanceof Options.Listed(var _, List<Option> listed)) {
            offer(listed);
        }
    }

    void offer(List<Option> options) {
        known.clear();
        options.forEach(option -> known.putIfAbsent(option.value(), option));
    }

    Option of(FilterValue value) {
        return known.getOrDefault(value, new Option(value, String.join(", ", value.texts())));
    }

    /** All of them, and those that are chosen. */
    List<Option> with(List<FilterValue> chosen) {
        Map<FilterValue, Option> all = new LinkedHashMap<>(known);
        chosen.forEach(value -> all.putIfAbsent(value, of(value)));
        return List.copyOf(all.values());
    }
}
