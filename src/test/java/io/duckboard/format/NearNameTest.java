package io.duckboard.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistyped name finds the one that was meant, and another name finds none. */
class NearNameTest {

    private static final List<String> KNOWN = List.of("show", "sort", "title", "description", "x");

    @ParameterizedTest
    @CsvSource({"shwo, show", "SHOW, show", "sho, show", "titel, title", "desciption, description", "xx, x", "srt, sort"
    })
    void findsWhatWasMeant(String name, String meant) {
        assertThat(NearName.of(name, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "abcd", "''", "tilt-a-whirl"})
    void findsNothingForAnotherName(String name) {
        assertThat(NearName.of(name, KNOWN).filter(near -> near.length() > 1)).isEmpty();
    }

    @Test
    void doesNotCompareNamesOfAnyLength() {
        assertThat(NearName.of("x".repeat(100_000), KNOWN)).isEmpty();
    }
}
