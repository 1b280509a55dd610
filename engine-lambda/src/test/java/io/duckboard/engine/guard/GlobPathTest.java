package io.duckboard.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A path is one file's or a pattern, as it is for DuckDB. */
class GlobPathTest {

    @ParameterizedTest
    @CsvSource({
        "d/x.parquet, d/x.parquet",
        "d/a b] {c}.parquet, d/a b] {c}.parquet",
        "d/x[[]1].parquet, d/x[1].parquet",
        "d/x[*].parquet, d/x*.parquet",
        "[[]d]/[*][*], [d]/**",
    })
    void isOfOneFileWithoutSignsOrWithEachInASet(String path, String file) {
        assertThat(GlobPath.literal(path)).contains(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d/*", "d/x?", "d/x[?]", "d/x[1]", "d/[", "d/[[", "d/[[[]]", "d/[**]", "d/[]", "**"})
    void isAPatternOtherwise(String path) {
        assertThat(GlobPath.literal(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a*b, a, b", "a[0-9]b*c], a, ''", "*, '', ''", "a]b*c, a]b, c", "a[bc, a, bc", "a?b, a, b"})
    void matchesNamesThatBeginAndEndLikeIt(String pattern, String start, String end) {
        assertThat(GlobPath.beforeSigns(pattern)).isEqualTo(start);
        assertThat(GlobPath.afterSigns(pattern)).isEqualTo(end);
    }
}
