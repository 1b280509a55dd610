package io.duckboard.format;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that the user probably meant. */
public final class NearName {

    private NearName() {}

    /** Returns “Did you mean …?”, or {@code otherwise} if no name is near. */
    public static String hint(String name, Collection<String> known, String otherwise) {
        return of(name, known).map(near -> "Did you mean “" + near + "”?").orElse(otherwise);
    }

    /** Returns the nearest name, if at most a third of its letters differ. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > 20 || a.length() > 200) {
            return Integer.MAX_VALUE;
        }
        int[][] distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : distance(a, i, b, j, distances);
            }
        }
        return distances[a.length()][b.length()];
    }

    /** Of the first letters of both. Two letters that have changed places differ as one does. */
    private static int distance(String a, int i, String b, int j, int[][] distances) {
        int changed = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean isExchanged =
                i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isExchanged ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
