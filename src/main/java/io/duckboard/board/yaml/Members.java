package io.duckboard.board.yaml;

import io.duckboard.board.Spot;
import java.util.Map;
import java.util.Optional;

/** The values of a mapping, read by its keys. */
public final class Members {

    private final Spot spot;
    private final Map<String, Object> values;
    private final Map<String, Spot> spots;

    /** @param values by the names of their keys */
    Members(Spot spot, Map<String, Object> values, Map<String, Spot> spots) {
        this.spot = spot;
        this.values = Map.copyOf(values);
        this.spots = Map.copyOf(spots);
    }

    /** Where the mapping begins. */
    public Spot spot() {
        return spot;
    }

    /** Where the value of this key stands; where the mapping begins, if it is not there. */
    public Spot spot(Key<?> key) {
        return spots.getOrDefault(key.name(), spot);
    }

    @SuppressWarnings("unchecked") // A shape reads each value by its key's type.
    public <T> Optional<T> get(Key<T> key) {
        return Optional.ofNullable((T) values.get(key.name()));
    }

    /** The value of a key that the mapping cannot be without. */
    public <T> T need(Key<T> key) {
        return get(key).orElseThrow(() -> new IllegalStateException(key.name() + " was not read"));
    }
}
