package io.duckboard.transform.template;

import io.duckboard.transform.project.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a call in a template: texts, numbers, Booleans, nulls, lists and maps.
 *
 * @param place the place of the call
 */
public record Arguments(String function, List<Object> positional, Map<String, Object> named, Place place) {

    public Arguments {
        // Both may contain nulls, which stand for Jinja's none.
        positional = Collections.unmodifiableList(new ArrayList<>(positional));
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** Requires a number of positional arguments within these limits, and no named ones. */
    public Arguments exactly(int least, int most, String usage) {
        if (positional.size() < least || positional.size() > most || !named.isEmpty()) {
            throw new TemplateProblem(function + "() is called with other arguments than it takes.", usage);
        }
        return this;
    }

    /** Returns the size of all values when written: their characters, and one for each value. */
    public long size() {
        var size = new ValueSize();
        positional.forEach(size::add);
        named.values().forEach(size::add);
        return size.total();
    }

    public String text(int index) {
        if (positional.get(index) instanceof String text) {
            return text;
        }
        throw new TemplateProblem(
                "Argument " + (index + 1) + " of " + function + "() is no text.", "Put it into quotes.");
    }

    /** Returns an argument by position or by name, as Python does. */
    public Optional<Object> get(int index, String name) {
        return index < positional.size()
                ? Optional.ofNullable(positional.get(index))
                : Optional.ofNullable(named.get(name));
    }
}
