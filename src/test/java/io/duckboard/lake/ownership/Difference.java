package io.duckboard.lake.ownership;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** Compares two states of files. */
final class Difference {

    private Difference() {}

    /** Returns a line for each file that has changed. */
    static List<String> of(SortedMap<String, String> before, SortedMap<String, String> after) {
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .map(path -> path + " was " + before.getOrDefault(path, "not there") + " and is "
                        + after.getOrDefault(path, "gone"))
                .toList();
    }
}
