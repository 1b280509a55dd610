package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests have the names that dbt gives them, and find what dbt's find. */
class TestsTest {

    private static final String ALL = """
            sources:
              - name: raw
                tables:
                  - name: trips
                    columns:
                      - name: id
                        data_tests: [not_null]
            models:
              - name: orders
                data_tests:
                  - unique:
                      column_name: "id || kind"
                      config: {severity: warn}
                columns:
                  - name: id
                    tests:
                      - unique
                      - not_null:
                          config:
                            where: "kind <> 'x'"
                  - name: kind
                    data_tests:
                      - accepted_values:
                          arguments:
                            values: ['a', "b's"]
                      - accepted_values:
                          name: short
                          values: [1, 2]
                          quote: false
                      - relationships:
                          to: ref('kinds')
                          field: kind
            """;

    @TempDir
    Path folder;

    private ProjectFiles project;

    @BeforeEach
    void begin() {
        project = ProjectFiles.in(folder)
                .model("orders", "select * from {{ source('raw', 'trips') }}")
                .model("kinds", "select 'a' as kind")
                .with("models/all.yml", ALL);
    }

    @Test
    void haveTheNamesOfDbt() {
        assertThat(project.compiled().tests())
                .extracting(CompiledTest::name)
                .containsExactly(
                        "unique_orders_id_kind",
                        "unique_orders_id",
                        "not_null_orders_id",
                        "accepted_values_orders_kind__a__b_s",
                        "short",
                        "relationships_orders_kind__kind__ref_kinds_",
                        "source_not_null_raw_trips_id");
    }

    @Test
    void haveTheLongNamesOfDbt() {
        String values = "[a_rather_long_value, another_rather_long_value, the_last_value]";
        project.with(
                "models/all.yml",
                "models:\n  - name: kinds\n    columns:\n      - name: kind\n        tests:\n          - accepted_values: {values: "
                        + values + "}\n");

        assertThat(project.model("orders", "select 1")
                        .compiled()
                        .tests()
                        .getFirst()
                        .name())
                .matches("accepted_values_kinds_[0-9a-f]{32}");
    }

    @Test
    void sayWhatTheyAreAbout() {
        CompiledTest test = test("relationships_orders_kind__kind__ref_kinds_");

        assertThat(test.uniqueId()).isEqualTo("test.shop.relationships_orders_kind__kind__ref_kinds_");
        assertThat(test.kind()).isEqualTo(TestKind.RELATIONSHIPS);
        assertThat(test.column()).contains("kind");
        assertThat(test.attachedModelUniqueId()).contains("model.shop.orders");
        assertThat(test.dependsOn()).containsExactly("model.shop.orders", "model.shop.kinds");
        assertThat(test.file()).isEqualTo("models/all.yml");
        assertThat(test.line()).isEqualTo(30);
        assertThat(test("unique_orders_id_kind").severity()).isEqualTo(Node.Severity.WARN);
        assertThat(test("source_not_null_raw_trips_id").dependsOn()).containsExactly("source.shop.raw.trips");
    }

    private CompiledTest test(String name) {
        return project.compiled().tests().stream()
                .filter(test -> test.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findTheRowsThatFail() throws SQLException {
        Map<String, Integer> failures = new HashMap<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("create table trips as select * from (values (1, 'a'), (1, 'a'), (null, 'x'), (2, 'c'), "
                    + "(null, 'b''s')) t(id, kind)");
            statement.execute("create view orders as " + project.sql("orders"));
            statement.execute("create view kinds as " + project.sql("kinds"));
            for (CompiledTest test : project.compiled().tests()) {
                if (!test.name().equals("short")) {
                    try (var rows = statement.executeQuery("select count(*) from (" + test.sql() + ")")) {
                        rows.next();
                        failures.put(test.name(), rows.getInt(1));
                    }
                }
            }
        }

        assertThat(failures)
                .containsEntry("unique_orders_id", 1)
                .containsEntry("unique_orders_id_kind", 1)
                .containsEntry("not_null_orders_id", 1)
                .containsEntry("accepted_values_orders_kind__a__b_s", 2)
                .containsEntry("relationships_orders_kind__kind__ref_kinds_", 3)
                .containsEntry("source_not_null_raw_trips_id", 2);
        assertThat(test("short").sql()).contains("not in (1, 2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uniqe | Did you mean “unique”? Known are unique, not_null, accepted_values and relationships",
                "dbt_utils.at_least_one | is not known",
                "accepted_values | It needs values",
                "accepted_values: {values: x} | It needs values",
                "relationships: {to: ref('kinds')} | It needs to",
                "relationships: {to: kinds, field: kind} | It needs to",
                "relationships: {to: ref('kind'), field: kind} | Did you mean “kinds”?",
                "unique: {severity: fatal} | “fatal” is no severity",
                "unique: {limit: 3} | “limit” is not supported",
                "unique: {colour: red} | no argument “colour”",
                "not_null: {config: {wher: x}} | Did you mean “where”?",
            })
    void refuseWhatIsNotKnown(String test, String complaint) {
        project.with(
                "models/all.yml",
                "models:\n  - name: kinds\n    columns:\n      - name: kind\n        tests:\n          - " + test
                        + "\n");

        assertThat(project.model("orders", "select 1").complaints())
                .anyMatch(text -> text.startsWith("models/all.yml:6: ") && text.contains(complaint));
    }

    @Test
    void refuseToBeThereTwice() {
        project.with(
                "models/all.yml",
                "models:\n  - name: kinds\n    columns:\n      - name: kind\n        tests: [unique]\n        data_tests: [unique]\n");

        assertThat(project.model("orders", "select 1").complaints())
                .singleElement()
                .asString()
                .startsWith("models/all.yml:6: The test “unique_kinds_kind” is there twice");
    }

    @Test
    void canBeSingular() {
        project.with(
                "tests/odd.sql", "{{ config(severity='warn') }}\nselect * from {{ ref('kinds') }}\nwhere kind is null");
        CompiledTest test = test("odd");

        assertThat(test.kind()).isEqualTo(TestKind.SINGULAR);
        assertThat(test.severity()).isEqualTo(Node.Severity.WARN);
        assertThat(test.dependsOn()).containsExactly("model.shop.kinds");
        assertThat(test.sql()).isEqualTo("select * from \"kinds\"\nwhere kind is null");
        assertThat(test.sourceMap().at(test.sql().indexOf("where"))).hasToString("tests/odd.sql:3");
    }

    @Test
    void takeTheSeverityOfTheProject() {
        project.with("dbt_project.yml", "name: shop\ndata_tests:\n  +severity: warn\n");

        assertThat(test("unique_orders_id").severity()).isEqualTo(Node.Severity.WARN);
    }
}
