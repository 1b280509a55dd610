package io.duckboard.transform.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a selection has found.
 *
 * @param uniqueIds each after those it depends on
 * @param unmatched the selectors that nothing matched, as they were written
 */
public record Selected(Set<String> uniqueIds, List<String> unmatched) {

    public Selected {
        uniqueIds = Collections.unmodifiableSet(new LinkedHashSet<>(uniqueIds));
        unmatched = List.copyOf(unmatched);
    }
}
