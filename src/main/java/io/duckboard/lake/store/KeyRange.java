package io.duckboard.lake.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of keys that is listed page by page.
 *
 * @param after every key is greater; a prefix of all keys in the first range
 * @param until no key is greater; nothing for the last range
 */
record KeyRange(String after, Optional<String> until) {

    boolean holds(String key) {
        return key.compareTo(after) > 0
                && until.filter(last -> key.compareTo(last) > 0).isEmpty();
    }

    /** Whether no key greater than {@code key} is in the range. */
    boolean endsBy(String key) {
        return until.filter(last -> key.compareTo(last) >= 0).isPresent();
    }

    /** Splits the range behind each of the points, which are in it and sorted. */
    List<KeyRange> splitAt(List<String> points) {
        var parts = new ArrayList<KeyRange>();
        String begin = after;
        for (String point : points) {
            parts.add(new KeyRange(begin, Optional.of(point)));
            begin = point;
        }
        parts.add(new KeyRange(begin, until));
        return parts;
    }
}
