package io.duckboard.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are written the same way on every page and in every command. */
class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "99940, 99.9 kB",
        "99960, 100 kB",
        "1234567, 1.2 MB",
        "163800, 164 kB",
        "999960, 1.0 MB",
        "5000000000000000, '5,000 TB'"
    })
    void writesSizes(long bytes, String text) {
        assertThat(Figures.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, $0", "0.00000183, $0.0000018", "0.00004, $0.00004", "1.5, $1.5"})
    void writesPrices(BigDecimal dollars, String text) {
        assertThat(Figures.price(dollars)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, just now",
        "PT59S, just now",
        "PT3M, 3 min ago",
        "PT5H, 5 h ago",
        "PT24H, 1 day ago",
        "P12D, 12 days ago"
    })
    void writesAges(Duration age, String text) {
        assertThat(Figures.ago(age)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT-5S, in 1 min", "PT3M, in 3 min", "PT47H59M, in 47 h", "PT48H, in 2 days", "P89DT23H59M, in 90 days"
    })
    void writesTimesToCome(Duration time, String text) {
        assertThat(Figures.until(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1 s", "PT11.2S, 12 s", "PT119S, 119 s", "PT2M, 2 min", "PT119M, 119 min", "PT12H, 12 h 0 min"})
    void writesHowLongToWait(Duration time, String text) {
        assertThat(Figures.span(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 ms",
        "900, <0.01 ms",
        "40000, 0.04 ms",
        "994000, 0.99 ms",
        "1300000, 1.3 ms",
        "9960000, 10 ms",
        "1414000000, '1,414 ms'"
    })
    void writesShortTimesFinely(long nanos, String text) {
        assertThat(Figures.fineTime(Duration.ofNanos(nanos))).isEqualTo(text);
    }
}
