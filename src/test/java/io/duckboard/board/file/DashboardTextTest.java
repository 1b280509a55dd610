package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duckboard.board.AnswerColumns;
import io.duckboard.board.ColumnName;
import io.duckboard.board.Dashboard;
import io.duckboard.board.FileProblem;
import io.duckboard.board.Format;
import io.duckboard.board.GridPlace;
import io.duckboard.board.NeededTable;
import io.duckboard.board.Show;
import io.duckboard.board.SortKey;
import io.duckboard.board.Tile;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A file is read as the dashboard that it describes. */
class DashboardTextTest {

    @Test
    void readsADashboardOfOneTile() {
        Dashboard dashboard = DashboardTextSample.read("""
                title: Sales <b>2026</b>
                description: All of them.
                refresh: 5m
                freshness: orders
                needs: [orders, {table: people, hint: Load them.}]
                tiles:
                  - show: number
                    title: Orders
                    sql: SELECT count(*) FROM orders
                """);

        assertThat(dashboard.title()).isEqualTo("Sales <b>2026</b>");
        assertThat(dashboard.refresh()).contains(Duration.ofMinutes(5));
        assertThat(dashboard.freshness()).contains("orders");
        assertThat(dashboard.needs())
                .containsExactly(new NeededTable("orders", ""), new NeededTable("people", "Load them."));
        assertThat(dashboard.tiles()).singleElement().isInstanceOfSatisfying(Tile.Query.class, tile -> {
            assertThat(tile.sql().text()).isEqualTo("SELECT count(*) FROM orders");
            assertThat(tile.frame().title()).isEqualTo("Orders");
            assertThat(tile.columns()).isEmpty();
        });
    }

    @Test
    void readsWhatAllTilesMayHave() {
        Tile.Query tile = query("""
                title: All
                filters: [{name: country, kind: one, values: [DE]}]
                tiles:
                  - show: bar
                    x: name
                    y: [a, b]
                    horizontal: true
                    id: code
                    note: long_name
                    format: {kind: money, currency: EUR, decimals: 0}
                    sort: [a DESC, name]
                    limit: 7
                    place: {column: 4, row: 2, width: 8, height: 3}
                    on_click: set country to code
                    refresh: 30s
                    remark: said
                    empty: Nothing yet.
                    mark: country
                    sql: SELECT 1 WHERE $country IS NULL
                """);

        assertThat(tile.frame().place()).isEqualTo(new GridPlace(4, 2, 8, 3));
        assertThat(tile.sort())
                .extracting(key -> key.column().name(), SortKey::direction)
                .containsExactly(tuple("a", SortKey.Direction.DESCENDING), tuple("name", SortKey.Direction.ASCENDING));
        assertThat(tile.limit()).hasValue(7);
        assertThat(tile.refresh()).contains(Duration.ofSeconds(30));
        assertThat(tile.onClick())
                .hasValueSatisfying(click -> assertThat(click.filter()).isEqualTo("country"));
        assertThat(tile.clicked().map(ColumnName::name)).contains("code");
        assertThat(tile.empty()).isEqualTo("Nothing yet.");
        assertThat(tile.mark()).contains("country");
        assertThat(tile.columns())
                .extracting(ColumnName::name)
                .containsExactly("name", "a", "b", "code", "long_name", "a", "name", "code", "said");
        assertThat(tile.show()).isInstanceOfSatisfying(Show.Plot.class, plot -> {
            assertThat(plot.growth()).isEqualTo(Show.Growth.RIGHT);
            assertThat(plot.format()).contains(new Format.Money("EUR", OptionalInt.of(0)));
        });
    }

    @Test
    void knowsWhichColumnsAnAnswerLacksWhateverTheirCase() {
        Tile.Query tile = query("""
                title: Map
                tiles:
                  - {show: heat map, x: Hour, y: day, value: trips, sql: SELECT 1}
                """);

        assertThat(new AnswerColumns(List.of("HOUR", "trips", "days")).problems(tile.columns()))
                .extracting(FileProblem::toString)
                .containsExactly("sample.yaml:3:34: error: The answer has no column “day”. Did you mean “days”? It has"
                        + " HOUR, trips, days.");
    }

    @Test
    void placesTilesOneAfterTheOtherUnlessTheFileSaysWhere() {
        Dashboard dashboard = DashboardTextSample.read("""
                title: Places
                tiles:
                  - {show: number, sql: SELECT 1}
                  - {show: number, place: {width: 9}, sql: SELECT 1}
                  - {show: table, place: {column: 1, row: 3, width: 4, height: 2}, sql: SELECT 1}
                  - {show: number, sql: SELECT 1}
                  - {show: bar, x: a, y: b, sql: SELECT 1}
                """);

        assertThat(dashboard.tiles())
                .extracting(tile -> tile.frame().place())
                .containsExactly(
                        new GridPlace(1, 1, 3, 2),
                        new GridPlace(4, 1, 9, 2),
                        new GridPlace(1, 3, 4, 2),
                        new GridPlace(5, 3, 3, 2),
                        new GridPlace(1, 5, 6, 4));
    }

    @Test
    void aBrokenTileLeavesTheOthersAndItsOwnTitle() {
        ReadDashboard read = DashboardTextSample.of("""
                title: Two
                tiles:
                  - {show: nmber, title: Broken, place: {width: 4}, sql: SELECT 1}
                  - {show: number, sql: SELECT 1}
                """);

        assertThat(read.dashboard().orElseThrow().tiles())
                .hasExactlyElementsOfTypes(Tile.Broken.class, Tile.Query.class);
        assertThat(read.dashboard().orElseThrow().tiles().getFirst())
                .isInstanceOfSatisfying(Tile.Broken.class, broken -> {
                    assertThat(broken.frame().title()).isEqualTo("Broken");
                    assertThat(broken.frame().place().width()).isEqualTo(4);
                    assertThat(broken.problems()).isEqualTo(read.problems());
                });
    }

    @Test
    void aBrokenFilterBreaksTheTilesThatUseItAlone() {
        ReadDashboard read = DashboardTextSample.of("""
                title: Two
                filters:
                  - {name: least, kind: nmber}
                  - {name: most, kind: number}
                tiles:
                  - {show: number, sql: SELECT $least}
                  - {show: number, sql: SELECT $most}
                """);

        assertThat(read.dashboard().orElseThrow().tiles())
                .hasExactlyElementsOfTypes(Tile.Broken.class, Tile.Query.class);
        assertThat(read.problems()).extracting(FileProblem::message).contains("The filter of $least is broken.");
    }

    @Test
    void tellsPlacesInSqlWhereverItStands() {
        assertThat(spotOfParameter("    sql: SELECT 1, $no")).isEqualTo("sample.yaml:4:20");
        assertThat(spotOfParameter("    sql: |\n\n        SELECT 1,\n          $no"))
                .isEqualTo("sample.yaml:7:11");
        assertThat(spotOfParameter("    sql: \"SELECT\\n $no\"")).isEqualTo("sample.yaml:4:10");
        assertThat(spotOfParameter("    sql: >-\n      SELECT\n      $no")).isEqualTo("sample.yaml:4:10");
    }

    private static String spotOfParameter(String sql) {
        return DashboardTextSample.of("title: T\ntiles:\n  - show: number\n" + sql + "\n").problems().stream()
                .filter(problem -> problem.message().contains("$no"))
                .map(problem -> problem.spot().toString())
                .findFirst()
                .orElseThrow();
    }

    private static Tile.Query query(String text) {
        return (Tile.Query) DashboardTextSample.read(text).tiles().getFirst();
    }
}
