package io.duckboard.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duckboard.board.file.DashboardTextSample;
import io.duckboard.client.QueryOutcome;
import io.duckboard.testing.ScriptedEngine;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rows of a filter's query are the values that can be chosen, with their labels. */
class OptionsTest {

    @Test
    void areTheFirstColumnAndTheirLabelsTheSecond() {
        assertThat(options("number", List.of(List.of(7, "Seven"), Arrays.asList(8, null), Arrays.asList(null, "None"))))
                .extracting(option -> option.value().texts(), Options.Option::label)
                .containsExactly(tuple(List.of("7"), "Seven"), tuple(List.of("8"), "8"));
    }

    @Test
    void areTheirOwnLabelsIfThereIsOneColumn() {
        assertThat(options("text", List.of(List.of("it's"), List.of(7))))
                .extracting(option -> option.value().texts(), Options.Option::label)
                .containsExactly(tuple(List.of("it's"), "it's"), tuple(List.of("7"), "7"));
    }

    @Test
    void areLeftOutIfTheyAreNotOfTheType() {
        assertThat(options("number", List.of(List.of("x"), List.of("8"))))
                .extracting(Options.Option::label)
                .containsExactly("8");
    }

    private static List<Options.Option> options(String of, List<List<@Nullable Object>> rows) {
        Dashboard dashboard = DashboardTextSample.read("title: T\nfilters: [{name: zone, kind: one, of: " + of
                + ", sql: FROM zones}]\ntiles: [{show: text, text: x}]\n");
        var asked = (Options.Asked) ((OneFilter) dashboard.filters().getFirst()).options();
        var engine = new ScriptedEngine();
        engine.answer("FROM zones", "value,label", rows);
        return asked.options(((QueryOutcome.Answered) engine.ask(asked.question())).answer());
    }
}
