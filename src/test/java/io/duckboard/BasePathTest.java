package io.duckboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasePathTest {

    @ParameterizedTest
    @CsvSource({"lake, /lake", "/lake, /lake", "/lake/, /lake", "' lake/ ', /lake", "data/lake, /data/lake"})
    void takesThePathWithSlashesAndWithout(String written, String path) {
        assertThat(BasePath.of(written)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "//"})
    void isTheRootWhereNothingIsSaid(String written) {
        assertThat(BasePath.of(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "/lake?x",
                "/lake#x",
                "http://host/lake",
                "/a//b",
                "/../etc",
                "/a/./b",
                "/käse",
                "/%2e%2e",
                "/{x}"
            })
    void refusesWhatIsNoPath(String written) {
        assertThatThrownBy(() -> BasePath.of(written))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("is no path of an address")
                .hasMessageContaining(written);
    }
}
