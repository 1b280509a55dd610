package io.duckboard.transform.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The result of a selection.
 *
 * @param uniqueIds unique ids of the selected nodes, each after those that it depends on
 * @param unmatched the selectors that matched nothing, as written
 */
public record Selected(Set<String> uniqueIds, List<String> unmatched) {

    public Selected {
        uniqueIds = Collections.unmodifiableSet(new LinkedHashSet<>(uniqueIds));
        unmatched = List.copyOf(unmatched);
    }
}
