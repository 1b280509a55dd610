package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import io.duckboard.format.NearName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of all filters of a dashboard. */
public record FilterValues(Map<Filter, FilterValue> values, LocalDate today) {

    public FilterValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The values of a page that nobody has chosen one on. */
    public static FilterValues initial(Dashboard dashboard, LocalDate today) {
        var values = new LinkedHashMap<Filter, FilterValue>();
        dashboard.filters().forEach(filter -> values.put(filter, filter.initial(today)));
        return new FilterValues(values, today);
    }

    /**
     * Reads the parameters of an address. A filter that is not in it, or has no valid value there, has its initial
     * value.
     */
    public static Addressed of(Dashboard dashboard, Map<String, List<String>> address, LocalDate today) {
        FilterValues values = initial(dashboard, today);
        var objections = new ArrayList<String>();
        List<String> names = dashboard.filters().stream().map(Filter::name).toList();
        for (Map.Entry<String, List<String>> entry : address.entrySet()) {
            Optional<Filter> filter = dashboard.filter(entry.getKey());
            if (filter.isEmpty()) {
                objections.add("This dashboard has no filter " + Shown.quoted(entry.getKey()) + ". "
                        + NearName.hint(entry.getKey(), names, hintOf(names)));
                continue;
            }
            switch (filter.get().read(entry.getValue())) {
                case FilterReading.Read(FilterValue value) -> values = values.with(filter.get(), value);
                case FilterReading.Refused(String message) ->
                    objections.add(filter.get().label() + ": " + message);
            }
        }
        return new Addressed(values, objections);
    }

    private static String hintOf(List<String> names) {
        return names.isEmpty() ? "It has none." : "It has " + String.join(", ", names) + ".";
    }

    /** @param objections what was wrong with the address, in sentences */
    public record Addressed(FilterValues values, List<String> objections) {
        public Addressed {
            objections = List.copyOf(objections);
        }
    }

    public FilterValue value(Filter filter) {
        return values.getOrDefault(filter, new FilterValue.Unset());
    }

    public FilterValues with(Filter filter, FilterValue value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(filter, value);
        return new FilterValues(changed, today);
    }

    /** The shortest address that {@link #of} reads these values from. */
    public Map<String, List<String>> address() {
        var address = new LinkedHashMap<String, List<String>>();
        values.forEach((filter, value) -> {
            if (!value.equals(filter.initial(today))) {
                List<String> texts = filter.write(value);
                // A filter that is in the address without a value is unset, whatever its initial value is.
                address.put(filter.name(), texts.isEmpty() ? List.of("") : texts);
            }
        });
        return address;
    }

    /** The parameters that this SQL uses; the engine refuses any other. */
    public Map<String, Parameter> bound(SqlText sql) {
        Set<String> used = sql.parameters();
        var bound = new LinkedHashMap<String, Parameter>();
        values.forEach((filter, value) -> {
            if (filter.parameters().stream().anyMatch(used::contains)) {
                bound.putAll(filter.bound(value));
            }
        });
        bound.keySet().retainAll(used);
        return bound;
    }
}
