package io.duckboard.sqlpage.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.client.Vocabulary;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.sqlpage.parameter.ParameterKind;
import io.duckboard.sqlpage.parameter.ParameterReading;
import io.duckboard.sqlpage.parameter.SqlParameter;
import io.duckboard.sqlpage.parameter.SqlParameters;
import io.duckboard.testing.SampleEngine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example query has an answer in the sample lake. */
@Tag("process")
class ExamplesTest {

    private static final int MOST = 200;
    private static final Vocabulary NOTHING = new Vocabulary(List.of(), List.of(), List.of(), List.of());

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    static List<Example> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasAnAnswer(Example example) {
        RowsOutcome outcome = ENGINE.get()
                .ask(Request.Query.of(example.sql())
                        .parameters(parameters(example))
                        .limit(MOST)
                        .format(RowFormat.ROWS));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        QueryOutcome.Answered.class,
                        answered -> assertThat(answered.answer().rows()).isNotEmpty());
    }

    @Test
    void saysWhatItIsFor() {
        assertThat(Examples.all()).allSatisfy(example -> {
            assertThat(example.title()).isNotBlank().hasSizeLessThan(40);
            assertThat(example.description()).endsWith(".");
            assertThat(example.sql()).startsWith("-- " + example.title());
        });
        assertThat(Examples.all()).extracting(Example::title).doesNotHaveDuplicates();
    }

    /** Returns the example's days as somebody would type them. */
    private static Map<String, Parameter> parameters(Example example) {
        return SqlParameters.of(example.sql()).named().stream()
                .collect(Collectors.toMap(SqlParameter::name, ExamplesTest::day));
    }

    private static Parameter day(SqlParameter parameter) {
        String typed = parameter.name().equals("from") ? "2019-04-01" : "2019-04-08";
        return switch (ParameterKind.guess(parameter, NOTHING).read(parameter.name(), typed)) {
            case ParameterReading.Bound(var value) -> value;
            case ParameterReading.Refused(var message) -> throw new AssertionError(message);
        };
    }
}
