package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.graph.Selection;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An ephemeral model appears once in the SQL of each model that reads it, and errors in it are still reported as its
 * own.
 */
class EphemeralTest {

    private static final String EPHEMERAL = "{{ config(materialized='ephemeral') }}\n";

    @TempDir
    Path folder;

    private ProjectFiles project;

    @BeforeEach
    void begin() {
        project = ProjectFiles.in(folder).model("one", EPHEMERAL + "select 1 as n");
    }

    @Test
    void comesBeforeTheSqlThatReadsIt() {
        assertThat(project.model("m", "select * from {{ ref('one') }}").sql("m"))
                .isEqualTo("with __dbt__cte__one as (\nselect 1 as n\n)\nselect * from __dbt__cte__one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select n from {{ ref('one') }}",
                "with x as (select * from {{ ref('one') }}) select n from x",
                "WITH x as (select * from {{ ref('one') }}) select n from x",
                "-- with\\n/* with /* nested */ */ with x as (select * from {{ ref('one') }}) select n from x",
                "-- with\\rwith x as (select * from {{ ref('one') }}) select n from x",
                "with recursive x as (select n from {{ ref('one') }} union all select n + 1 from x where n < 1) select n from x",
                "select n from {{ ref('two') }} join {{ ref('one') }} using (n)",
                "select n from {{ ref('one') }} a join {{ ref('two') }} using (n) join {{ ref('three') }} using (n)",
                "(select n from {{ ref('three') }});",
                "from {{ ref('three') }} select n -- the end",
            })
    void isRunByDuckDb(String sql) throws SQLException {
        project.model("two", EPHEMERAL + "with y as (select * from {{ ref('one') }}) select * from y -- a comment")
                .model(
                        "three",
                        EPHEMERAL + "select * from {{ ref('two') }} where n in (select n from {{ ref('one') }})")
                .model("m", sql.replace("\\n", "\n").replace("\\r", "\r"));

        String compiled = project.sql("m");

        assertThat(compiled.split("__dbt__cte__one as \\(", -1)).hasSize(2);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(compiled)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void keepsItsOwnPlaces() {
        project.with("models/deep/far.sql", EPHEMERAL + "\nselect\n  wrong as n")
                .model("m", "-- first\nselect n,\n  worse\nfrom {{ ref('far') }}");
        CompiledModel model = project.compiled().model("m").orElseThrow();

        assertThat(model.sourceMap().at(model.sql().indexOf("wrong"))).isEqualTo(new Place("models/deep/far.sql", 4));
        assertThat(model.sourceMap().at(model.sql().indexOf("worse"))).isEqualTo(new Place("models/m.sql", 3));
        assertThat(model.sourceMap().at(model.sql().indexOf("first"))).isEqualTo(new Place("models/m.sql", 1));
    }

    @Test
    void isInNoPlanButReadThrough() {
        project.with("models/s.yml", "sources:\n  - name: raw\n    tables:\n      - name: trips\n")
                .model("base", "select 1 as n")
                .model(
                        "between",
                        EPHEMERAL + "select n from {{ ref('base') }} join {{ source('raw', 'trips') }} using (n)")
                .model("m", "select * from {{ ref('between') }}");

        var plan = project.compiled().plan(Selection.ALL, Contents.MODELS);

        assertThat(plan.nodes()).extracting(Node::name).containsExactly("base", "m");
        var model = (Node.Model) plan.nodes().getLast();
        assertThat(model.dependsOn()).containsExactly("base");
        assertThat(model.reads()).containsExactly("trips");
    }

    @Test
    void isTestedByItsSql() {
        project.with("models/s.yml", "models:\n  - name: one\n    columns:\n      - name: n\n        tests: [unique]\n")
                .model("m", "select 1");

        assertThat(project.compiled().tests().getFirst().sql())
                .startsWith("with __dbt__cte__one as (\nselect 1 as n\n)\nselect")
                .contains("from __dbt__cte__one");
    }
}
