package io.duckboard.lake.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether texts say true and false. Words that mean other things too count only if both of a pair are there. */
final class WordProfile {

    private static final Set<Set<String>> PAIRS = Set.of(Set.of("yes", "no"), Set.of("t", "f"));
    private static final Set<String> TRUE_AND_FALSE = Set.of("true", "false");

    private final Set<String> seen = new HashSet<>();
    private boolean possible = true;

    void add(String text) {
        if (possible && (text.length() > 5 || !seen.contains(text))) {
            seen.add(text.length() > 5 ? "" : text.toLowerCase(Locale.ROOT));
            possible = TRUE_AND_FALSE.containsAll(seen) || PAIRS.stream().anyMatch(pair -> pair.containsAll(seen));
        }
    }

    boolean isPossible() {
        return possible;
    }

    boolean isBoolean() {
        return possible && !seen.isEmpty() && (TRUE_AND_FALSE.containsAll(seen) || PAIRS.contains(seen));
    }

    static String sql(String text) {
        return "lower(" + text + ") IN ('true', 'yes', 't')";
    }
}
