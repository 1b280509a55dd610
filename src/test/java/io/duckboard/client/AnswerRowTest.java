package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value is found by its column's name, wherever the column is. */
class AnswerRowTest {

    @Test
    void findsValuesByTheirColumns() {
        AnswerRow row =
                row("zone,trips,names,share,at,whole", List.of("Astoria", 3, List.of("a", "b"), 0.5, 1_000, true));

        assertThat(row.text("zone")).isEqualTo("Astoria");
        assertThat(row.count("trips")).isEqualTo(3);
        assertThat(row.texts("names")).containsExactly("a", "b");
        assertThat(row.number("share")).isEqualTo(0.5);
        assertThat(row.optionalInstant("at")).contains(Instant.ofEpochSecond(1));
        assertThat(row.isTrue("whole")).isTrue();
    }

    @Test
    void hasSomethingInThePlaceOfNull() {
        AnswerRow row = row("trips,nothing", Arrays.asList(3, null));

        assertThat(row.value("nothing")).isNull();
        assertThat(row.text("nothing")).isEmpty();
        assertThat(row.optionalText("nothing")).isEmpty();
        assertThat(row.count("nothing")).isZero();
        assertThat(row.optionalCount("nothing")).isEmpty();
        assertThat(row.optionalNumber("nothing")).isEmpty();
        assertThat(row.texts("nothing")).isEmpty();
    }

    @Test
    void takesTheFirstOfColumnsOfOneName() {
        AnswerRow row = row("a,a,b", List.of(1, 2, 3));

        assertThat(row.count("a")).isEqualTo(1);
        assertThat(row.count("b")).isEqualTo(3);
    }

    @Test
    void saysWhichColumnThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("a", List.of(1)).value("b"))
                .withMessage("The answer has no column b");
    }

    private static AnswerRow row(String names, List<@Nullable Object> values) {
        List<Column> columns =
                Stream.of(names.split(",")).map(name -> new Column(name, "ANY")).toList();
        var metadata = new Metadata(
                Duration.ZERO, Instant.EPOCH, "", "", true, columns, 1, Truncation.NONE, Usage.NONE, "", "");
        return AnswerRow.all(new Answer.Rows(metadata, List.of(values))).getFirst();
    }
}
