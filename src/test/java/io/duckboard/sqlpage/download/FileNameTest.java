package io.duckboard.sqlpage.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "'', duckboard-2026-11-26-0912.csv",
        "Trips by hour, Trips-by-hour-2026-11-26-0912.csv",
        "../../etc/passwd, etc-passwd-2026-11-26-0912.csv",
        "'a\"b\r\nSet-Cookie: c', a-b-Set-Cookie-c-2026-11-26-0912.csv",
        "Fahrten nach Straße 東京, Fahrten-nach-Straße-東京-2026-11-26-0912.csv",
        "<script>, script-2026-11-26-0912.csv",
        "..., duckboard-2026-11-26-0912.csv"
    })
    void isSafeEverywhere(String name, String file) {
        assertThat(name(name)).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({"a, 60", "𝔞, 120"})
    void isOfALengthThatEverySystemTakes(String letter, int characters) {
        assertThat(name(letter.repeat(200))).hasSize(characters + "-2026-11-26-0912.csv".length());
    }

    private static String name(String name) {
        return new FileName(name, Instant.parse("2026-11-26T08:12:59Z"), ZoneId.of("Europe/Berlin"), DownloadFormat.CSV)
                .toString();
    }
}
