package io.duckboard.transform.artifacts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object, in the order in which they were added. */
final class Members {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    Members put(String name, String text) {
        return add(name, text);
    }

    Members put(String name, Optional<String> text) {
        return add(name, text.orElse(null));
    }

    Members put(String name, long number) {
        return add(name, number);
    }

    Members put(String name, OptionalLong number) {
        return add(name, number.isPresent() ? number.getAsLong() : null);
    }

    Members put(String name, double number) {
        return add(name, number);
    }

    Members put(String name, boolean truth) {
        return add(name, truth);
    }

    /** Writes the time to the microsecond, as Python does. */
    Members put(String name, Instant instant) {
        return add(name, instant.truncatedTo(ChronoUnit.MICROS).toString());
    }

    Members put(String name, Members object) {
        return add(name, object.map());
    }

    /** @param list texts, or lists of texts */
    Members put(String name, List<?> list) {
        return add(name, list);
    }

    Members putObjects(String name, List<Members> objects) {
        return add(name, objects.stream().map(Members::map).toList());
    }

    Members putNull(String name) {
        return add(name, null);
    }

    Map<String, @Nullable Object> map() {
        return Collections.unmodifiableMap(members);
    }

    private Members add(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }
}
