package io.duckboard.transform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.duckboard.testing.ShippedProject;
import io.duckboard.transform.board.Board;
import io.duckboard.transform.board.BoardNode;
import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything in a project that reads or is read is on its board, with the tests that are about it. */
class ProjectBoardTest {

    @TempDir
    private Path folder;

    @Test
    void hasTheShippedProjectInTheOrderOfItsReading() {
        Board board = shipped();

        assertThat(board.nodes())
                .extracting(BoardNode::name, BoardNode::form)
                .containsExactly(
                        tuple("trips", "source"),
                        tuple("zones", "source"),
                        tuple("trips_by_pickup_location", "view"),
                        tuple("top_pickup_locations", "external"),
                        tuple("Trip Dashboard", "dashboard"));
        assertThat(node(board, "top_pickup_locations").reads())
                .containsExactly("model.duckboard.trips_by_pickup_location");
        assertThat(node(board, "Trip Dashboard").reads()).containsExactly("model.duckboard.top_pickup_locations");
    }

    @Test
    void tellsOfAModelWhatIsWrittenOfIt() {
        BoardNode top = node(shipped(), "top_pickup_locations");

        assertThat(top.table()).contains("top_pickup_locations");
        assertThat(top.file()).contains("models/top_pickup_locations.sql");
        assertThat(top.sql().orElseThrow()).startsWith("SELECT location_id, counts\nFROM \"trips_by_pickup_location\"");
        assertThat(top.description()).startsWith("The 200 zones");
        assertThat(top.columns()).extracting(BoardNode.Column::name).containsExactly("location_id", "counts");
        assertThat(tests(top))
                .containsExactly(
                        "unique location_id", "not_null location_id", "relationships location_id", "not_null counts");
    }

    @Test
    void putsTestsOfSourcesAndOnesOfSeveralNodesWhereTheyBelong() {
        Board board = shipped();

        assertThat(tests(node(board, "trips")))
                .containsExactly(
                        "not_null pickup_at", "not_null pickup_location_id", "relationships pickup_location_id");
        assertThat(tests(node(board, "zones")))
                .containsExactly("unique location_id", "not_null location_id", "accepted_values borough");
        assertThat(tests(node(board, "trips_by_pickup_location"))).contains("every_trip_is_counted");
    }

    @Test
    void takesAnEphemeralModelForNoTable() {
        Board board = ProjectBoard.of(ProjectFiles.in(folder)
                .model("counted", "{{ config(materialized='ephemeral') }} SELECT 1 AS one")
                .model("top", "SELECT one FROM {{ ref('counted') }}")
                .compiled());

        assertThat(node(board, "counted").form()).isEqualTo("ephemeral");
        assertThat(node(board, "counted").table()).isEmpty();
        assertThat(node(board, "top").sql().orElseThrow()).contains("SELECT 1 AS one");
        assertThat(node(board, "top").reads()).containsExactly("model.shop.counted");
    }

    @Test
    void keepsTheNamesOfTestsThatWouldBeCalledAlike() {
        Board board = ProjectBoard.of(ProjectFiles.in(folder)
                .model("top", "SELECT 1 AS one")
                .with("models/schema.yml", """
                        models:
                          - name: top
                            columns:
                              - name: one
                                data_tests:
                                  - unique
                                  - not_null: {name: one_is_there}
                                  - accepted_values: {arguments: {values: [1, 2]}}
                                  - accepted_values: {arguments: {values: [1, 3]}}
                        """)
                .compiled());

        assertThat(tests(node(board, "top")))
                .containsExactly(
                        "unique one", "one_is_there", "accepted_values_top_one__1__2", "accepted_values_top_one__1__3");
    }

    @Test
    void linksExposuresToPagesAlone() {
        Board board = ProjectBoard.of(ProjectFiles.in(folder)
                .model("top", "SELECT 1 AS one")
                .with("models/exposures.yml", """
                        exposures:
                          - {name: page, type: dashboard, url: "https://example.org/a", owner: {name: x}, depends_on: [ref('top')]}
                          - {name: own, type: dashboard, url: "/data", owner: {name: x}, depends_on: [ref('top')]}
                          - {name: script, type: dashboard, url: "javascript:alert(1)", owner: {name: x}, depends_on: [ref('top')]}
                          - {name: other, type: dashboard, url: "//example.org", owner: {name: x}, depends_on: [ref('top')]}
                        """)
                .compiled());

        assertThat(node(board, "page").link()).contains("https://example.org/a");
        assertThat(node(board, "own").link()).contains("/data");
        assertThat(node(board, "script").link()).isEmpty();
        assertThat(node(board, "other").link()).isEmpty();
    }

    private static Board shipped() {
        return ProjectBoard.of(new ProjectSource(ShippedProject.FOLDER, "/lake").compiled());
    }

    private static BoardNode node(Board board, String name) {
        return board.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tests(BoardNode node) {
        return node.tests().stream().map(BoardNode.Test::name).toList();
    }
}
