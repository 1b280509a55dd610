package io.duckboard.transform.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.duckboard.testing.ShippedProject;
import io.duckboard.transform.compile.ColumnDoc;
import io.duckboard.transform.compile.Compiler;
import io.duckboard.transform.project.ProjectFolder;
import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nodes of a project include everything that reads or is read, with the tests about it. */
class ProjectNodesTest {

    @TempDir
    private Path folder;

    @Test
    void hasTheShippedProjectInTheOrderOfItsReading() {
        ProjectNodes nodes = shipped();

        assertThat(nodes.all())
                .extracting(ProjectNode::name, ProjectNode::form)
                .containsExactly(
                        tuple("trips", "source"),
                        tuple("zones", "source"),
                        tuple("trips_by_pickup_location", "view"),
                        tuple("top_pickup_locations", "external"),
                        tuple("Trip Dashboard", "dashboard"));
        assertThat(node(nodes, "top_pickup_locations").reads())
                .containsExactly("model.duckboard.trips_by_pickup_location");
        assertThat(node(nodes, "Trip Dashboard").reads()).containsExactly("model.duckboard.top_pickup_locations");
    }

    @Test
    void tellsOfAModelWhatIsWrittenOfIt() {
        ProjectNode top = node(shipped(), "top_pickup_locations");

        assertThat(top.table()).contains("top_pickup_locations");
        assertThat(top.file()).contains("models/top_pickup_locations.sql");
        assertThat(top.sql().orElseThrow()).startsWith("SELECT location_id, counts\nFROM \"trips_by_pickup_location\"");
        assertThat(top.description()).startsWith("The 200 zones");
        assertThat(top.columns()).extracting(ColumnDoc::name).containsExactly("location_id", "counts");
        assertThat(tests(top))
                .containsExactly(
                        "unique location_id", "not_null location_id", "relationships location_id", "not_null counts");
    }

    @Test
    void putsTestsOfSourcesAndOnesOfSeveralNodesWhereTheyBelong() {
        ProjectNodes nodes = shipped();

        assertThat(tests(node(nodes, "trips")))
                .containsExactly(
                        "not_null pickup_at", "not_null pickup_location_id", "relationships pickup_location_id");
        assertThat(tests(node(nodes, "zones")))
                .containsExactly("unique location_id", "not_null location_id", "accepted_values borough");
        assertThat(tests(node(nodes, "trips_by_pickup_location"))).contains("every_trip_is_counted");
    }

    @Test
    void takesAnEphemeralModelForNoTable() {
        ProjectNodes nodes = ProjectNodes.of(ProjectFiles.in(folder)
                .model("counted", "{{ config(materialized='ephemeral') }} SELECT 1 AS one")
                .model("top", "SELECT one FROM {{ ref('counted') }}")
                .compiled());

        assertThat(node(nodes, "counted").form()).isEqualTo("ephemeral");
        assertThat(node(nodes, "counted").table()).isEmpty();
        assertThat(node(nodes, "top").sql().orElseThrow()).contains("SELECT 1 AS one");
        assertThat(node(nodes, "top").reads()).containsExactly("model.shop.counted");
    }

    @Test
    void keepsTheNamesOfTestsThatWouldBeCalledAlike() {
        ProjectNodes nodes = ProjectNodes.of(ProjectFiles.in(folder)
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

        assertThat(tests(node(nodes, "top")))
                .containsExactly(
                        "unique one", "one_is_there", "accepted_values_top_one__1__2", "accepted_values_top_one__1__3");
    }

    @Test
    void linksExposuresToPagesAlone() {
        ProjectNodes nodes = ProjectNodes.of(ProjectFiles.in(folder)
                .model("top", "SELECT 1 AS one")
                .with("models/exposures.yml", """
                        exposures:
                          - {name: page, type: dashboard, url: "https://example.org/a", owner: {name: x}, depends_on: [ref('top')]}
                          - {name: own, type: dashboard, url: "/data", owner: {name: x}, depends_on: [ref('top')]}
                          - {name: script, type: dashboard, url: "javascript:alert(1)", owner: {name: x}, depends_on: [ref('top')]}
                          - {name: other, type: dashboard, url: "//example.org", owner: {name: x}, depends_on: [ref('top')]}
                        """)
                .compiled());

        assertThat(node(nodes, "page").link()).contains("https://example.org/a");
        assertThat(node(nodes, "own").link()).contains("/data");
        assertThat(node(nodes, "script").link()).isEmpty();
        assertThat(node(nodes, "other").link()).isEmpty();
    }

    private static ProjectNodes shipped() {
        return ProjectNodes.of(Compiler.compile(
                ProjectFolder.read(ShippedProject.FOLDER), Map.of(), Map.of("DUCKBOARD_LAKE", "/lake")));
    }

    private static ProjectNode node(ProjectNodes nodes, String name) {
        return nodes.all().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tests(ProjectNode node) {
        return node.tests().stream().map(ProjectNode.Test::name).toList();
    }
}
