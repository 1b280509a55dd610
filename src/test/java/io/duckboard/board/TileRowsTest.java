package io.duckboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.file.DashboardTextSample;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.testing.ScriptedEngine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tile asks for as many rows as it needs, and shows them in its order. */
class TileRowsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void areSortedByNumbersAndTextsWithNullLast() {
        Tile.Query tile = tile("sort: [Trips desc, zone], limit: 4");

        assertThat(tile.shown(answer(
                        tile,
                        List.of(
                                Arrays.asList("b", 9),
                                Arrays.asList("none", null),
                                Arrays.asList("c", 10),
                                Arrays.asList("a", 9.0),
                                Arrays.asList("last", 1)))))
                .extracting(List::getFirst)
                .containsExactly("c", "a", "b", "last");
    }

    @Test
    void keepTheAnswersOrderUnlessTheFileSaysAnother() {
        Tile.Query tile = tile("limit: 2");

        assertThat(tile.shown(answer(tile, List.of(List.of("b", 1), List.of("a", 2), List.of("c", 3)))))
                .extracting(List::getFirst)
                .containsExactly("b", "a");
    }

    @Test
    void areAskedForAsFarAsTheyAreShownOrSorted() {
        assertThat(question(tile("limit: 7")).limit()).isEqualTo(7);
        assertThat(question(tile("limit: 7, sort: trips")).limit()).isEqualTo(Tile.Query.MOST_ROWS);
        assertThat(question(tile("empty: none")).limit()).isEqualTo(Tile.Query.MOST_ROWS);
    }

    private static Request.Query question(Tile.Query tile) {
        return tile.question(new FilterValues(Map.of(), TODAY));
    }

    private static Tile.Query tile(String keys) {
        return (Tile.Query)
                DashboardTextSample.read("title: T\ntiles: [{show: table, sql: FROM zones, " + keys + "}]\n")
                        .tiles()
                        .getFirst();
    }

    private static Answer.Rows answer(Tile.Query tile, List<List<@Nullable Object>> rows) {
        var engine = new ScriptedEngine();
        engine.answer("FROM zones", "zone,trips", rows);
        return ((QueryOutcome.Answered) engine.ask(question(tile))).answer();
    }
}
