package io.duckboard.engine.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version that a store told is written back as the ETag that it was. */
class ETagTest {

    @ParameterizedTest
    @CsvSource({
        "abc, '\"abc\"'",
        "W/abc, 'W/\"abc\"'",
        "9b2cf535f27731c974343645a3985328-2, '\"9b2cf535f27731c974343645a3985328-2\"'"
    })
    void isQuotedBehindTheMarkOfAWeakOne(String version, String etag) {
        assertThat(ObjectFiles.etag(version)).isEqualTo(etag);
        assertThat(etag.replace("\"", "")).isEqualTo(version);
    }
}
