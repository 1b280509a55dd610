package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If the query function is named, its siblings need not be. */
class QuerySettingsTest {

    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:";

    @ParameterizedTest
    @CsvSource({
        "duckboard-query, duckboard-control, duckboard-transform",
        "duckboard-query:live, duckboard-control:live, duckboard-transform:live",
        "my-query:live, my-control:live, my-transform:live",
        "a-query-x-query:live, a-query-x-control:live, a-query-x-transform:live",
        "a-query:b-query, a-control:b-query, a-transform:b-query",
        "-query-query, -query-control, -query-transform",
        "123456789012:function:a-query:live, 123456789012:function:a-control:live,"
                + " 123456789012:function:a-transform:live",
        ARN + "duckboard-query, " + ARN + "duckboard-control, " + ARN + "duckboard-transform",
        ARN + "a-query-x-query:live, " + ARN + "a-query-x-control:live, " + ARN + "a-query-x-transform:live",
        ARN + "a-query:b-query, " + ARN + "a-control:b-query, " + ARN + "a-transform:b-query",
    })
    void findsTheSiblingsOfTheQueryFunction(String query, String control, String transform) {
        QuerySettings settings = settings(Optional.of(query), Optional.empty());

        assertThat(settings.controlFunctionOrSibling()).isEqualTo(control);
        assertThat(settings.transformFunctionOrSibling()).isEqualTo(transform);
    }

    @Test
    void takesWhatIsNamedAndElseTheNamesOnThisMachine() {
        assertThat(settings(Optional.of("a-query"), Optional.of("other")).controlFunctionOrSibling())
                .isEqualTo("other");
        assertThat(settings(Optional.empty(), Optional.empty()).controlFunctionOrSibling())
                .isEqualTo("duckboard-control");
        assertThat(settings(Optional.empty(), Optional.empty()).transformFunctionOrSibling())
                .isEqualTo("duckboard-transform");
    }

    @Test
    void sendsAnEngineOfAnotherMachineNoMoreThanItsWorkersTake() {
        QuerySettings elsewhere = settings(Optional.of("duckboard-query"), Optional.empty());

        assertThat(elsewhere.callsAtOnce()).isEqualTo(2);
        assertThat(elsewhere.sharedWorkers()).hasValue(1);
    }

    private static QuerySettings settings(Optional<String> query, Optional<String> control) {
        return new QuerySettings(
                Path.of("home"),
                "lake",
                Optional.empty(),
                query,
                control,
                Optional.empty(),
                Duration.ofSeconds(60),
                Optional.of(1));
    }
}
