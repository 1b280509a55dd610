package io.duckboard.lake.source;

import static io.duckboard.lake.source.ColumnProfile.Kind.NOTHING;
import static io.duckboard.lake.source.ColumnProfile.Kind.NUMBER;
import static io.duckboard.lake.source.ColumnProfile.Kind.TEXT;

import io.duckboard.engine.failure.FailureException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first row of a table, which may have the names of its columns.
 *
 * @param row its texts
 * @param kinds what each of them is by itself
 */
record Header(List<String> row, List<ColumnProfile.Kind> kinds) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** Of a file in which everything is text. */
    static Header ofTexts(List<String> row) {
        return new Header(row, row.stream().map(Header::kind).toList());
    }

    /**
     * A first row without any number, time or the like is a header, and so is one that has a text where all other rows
     * have numbers.
     *
     * @param columns what the columns are without it
     * @throws FailureException if it may be either
     */
    boolean isAbove(List<ColumnProfile.Kind> columns, String file) {
        boolean texts = kinds.contains(TEXT) && kinds.stream().allMatch(kind -> kind == TEXT || kind == NOTHING);
        boolean differs = IntStream.range(0, kinds.size())
                .anyMatch(index ->
                        kinds.get(index) == TEXT && columns.get(index) != TEXT && columns.get(index) != NOTHING);
        if (!texts && !differs && isCounting()) {
            throw new FailureException(
                    "The first row of " + file + " (" + String.join(", ", row) + ") may be a header, or not.",
                    "Say --header or --no-header.");
        }
        return texts || differs;
    }

    /** Whether it is a text or nothing, and then different years, or nothing and then numbers from 0 on. */
    private boolean isCounting() {
        List<String> numbers = IntStream.range(0, row.size())
                .filter(index -> kinds.get(index) == NUMBER)
                .mapToObj(row::get)
                .toList();
        boolean different = new HashSet<>(numbers).size() == numbers.size();
        boolean titled = kinds.getFirst() == TEXT || kinds.getFirst() == NOTHING;
        boolean counted = kinds.getFirst() == NOTHING
                && IntStream.range(0, numbers.size())
                        .allMatch(index -> numbers.get(index).equals(String.valueOf(index)));
        return titled
                && different
                && numbers.size() > 1
                && (counted || numbers.stream().allMatch(Header::isYear));
    }

    private static boolean isYear(String text) {
        return text.matches("\\d{4}") && Integer.parseInt(text) >= FIRST_YEAR && Integer.parseInt(text) <= LAST_YEAR;
    }

    private static ColumnProfile.Kind kind(String text) {
        var profile = new ColumnProfile();
        if (!text.isEmpty()) {
            profile.add(text);
        }
        return profile.kind();
    }
}
