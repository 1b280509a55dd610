package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A position in compiled SQL maps to the line and file that it comes from. */
class SourceMapTest {

    @TempDir
    Path folder;

    @Test
    void followsLinesThroughTags() {
        String template = """
                {{ config(
                    materialized='table'
                ) }}
                {# a comment
                   of lines #}
                {% set names = [
                    'a', 'b'
                ] %}
                {% set block %}
                line9
                line10
                {% endset %}
                select line13,
                {%- for name in names %}
                  {{ name }} as line15_{{ name }},
                  line16
                {%- endfor %}
                  line18,
                  {% if true %} line19 {% endif %}, {{ 'line19' }} x,
                  {% raw %}
                  '{{ line21 }}',
                  {% endraw %} line22,
                  '{{ "%}" }}' as line23
                from line24
                """;
        CompiledModel model =
                ProjectFiles.in(folder).model("m", template).compiled().models().getFirst();

        for (int line : new int[] {13, 16, 18, 19, 22, 23, 24}) {
            int at = model.sql().lastIndexOf("line" + line);
            assertThat(at).as("line " + line).isNotNegative();
            assertThat(model.sourceMap().at(at).line()).isEqualTo(line);
        }
        assertThat(model.sourceMap().at(model.sql().indexOf("line15_a")).line()).isEqualTo(15);
        assertThat(model.sourceMap().at(model.sql().indexOf("line15_b")).line()).isEqualTo(15);
        assertThat(model.sourceMap().at(model.sql().indexOf("{{ line21")).line())
                .isBetween(20, 22);
        assertThat(model.sql()).doesNotContainPattern("[\uE000-\uF8FF]");
        assertThat(model.sql()).startsWith("select line13,\n  a as line15_a,");
    }

    @Test
    void changesNoValueThatIsCompared() {
        String template = """
                {% set mode %}
                fast
                {% endset %}
                {% macro name() %}
                x{% endmacro %}
                {% if mode | trim == 'fast' and name() | trim == 'x' and name() | trim | length == 1 %}
                select 1
                {% endif %}
                """;

        assertThat(ProjectFiles.in(folder).model("m", template).sql("m")).isEqualTo("select 1");
    }

    @Test
    void refusesTheCharactersItMarksWith() {
        assertThat(ProjectFiles.in(folder).model("m", "select '\uE000'").complaints())
                .singleElement()
                .asString()
                .contains("private-use characters");
    }

    @Test
    void pointsFromAGenericTestToItsLineOfYaml() {
        var project = ProjectFiles.in(folder)
                .model("m", "select 1 as id")
                .with(
                        "models/m.yml",
                        "models:\n  - name: m\n    columns:\n      - name: id\n        tests:\n          - unique\n");

        CompiledTest test = project.compiled().tests().getFirst();

        assertThat(test.sourceMap().at(20)).hasToString("models/m.yml:6");
    }
}
