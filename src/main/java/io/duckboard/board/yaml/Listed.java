package io.duckboard.board.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of values.
 *
 * @param most how many at most
 */
public record Listed<T>(ValueType<T> item, int most, Single single) implements ValueType<List<T>> {

    /** Whether a list of one may be written as its item. */
    public enum Single {
        ALLOWED,
        REFUSED
    }

    @Override
    public Optional<List<T>> read(YamlValue value, Problems problems) {
        Optional<List<YamlValue>> items = value.items();
        if (items.isEmpty()) {
            if (single == Single.ALLOWED) {
                return item.read(value, problems).map(List::of);
            }
            problems.error(value.spot(), "This should be a list, each item after “- ”.", "");
            return Optional.empty();
        }
        if (items.get().size() > most) {
            problems.error(value.spot(), "This list has more than " + most + " items.", "Leave some of them out.");
            return Optional.empty();
        }
        return Optional.of(items.get().stream()
                .flatMap(each -> item.read(each, problems).stream())
                .toList());
    }

    @Override
    public Map<String, Object> schema() {
        var list = new LinkedHashMap<String, Object>();
        list.put("type", "array");
        list.put("items", item.schema());
        list.put("maxItems", most);
        return single == Single.ALLOWED ? Map.of("anyOf", List.of(item.schema(), list)) : list;
    }
}
