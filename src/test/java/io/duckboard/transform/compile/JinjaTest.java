package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates render as in Jinja and dbt, and an unknown name is an error at its line. */
class JinjaTest {

    @TempDir
    Path folder;

    private ProjectFiles project;

    @BeforeEach
    void begin() {
        project = ProjectFiles.in(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "select {{ 1 + 2 }} → select 3",
                "select '{{ 'a' ~ 'b' }}' → select 'ab'",
                "select '{{ 'x' | upper }}' → select 'X'",
                "select {{ 7 if true else 8 }} → select 7",
                "select {{ 12345678.9 | round(1) }} → select 12345678.9",
                "select {{ 0.0005 | round(4) }} → select 0.0005",
                "select {{ 1 | round(2) }} → select 1.0",
                "select {{ '12345678901234567.89' | round(2) }} → select 1.2345678901234568e+16",
                "select {{ [0.5, 12345678] | sum }} → select 12345678.5",
                "select {{ 0.00001 * 2 }} → select 2e-05",
                "select {{ [1, 2, 3] | join(', ') }} → select 1, 2, 3",
                "select {{ ['a', 'b'] }} → select ['a', 'b']",
                "select {% for c in ['a', 'b'] %}{{ c }}{% if not loop.last %}, {% endif %}{% endfor %} → select a, b",
                "select {% for i in range(3) %}{{ i }}{{ ',' if not loop.last }}{% endfor %} → select 0,1,2",
                "{% set n = 4 %}select {{ n }} → select 4",
                "{% set n = [] %}{% do n.append(5) %}select {{ n[0] }} → select 5",
                "{% set n %}6{% endset %}select {{ n }} → select 6",
                "{% set d = {'a': 1, 'b': 2} %}select {% for k, v in d.items() %}{{ v }} as {{ k }},{% endfor %} → select 1 as a,2 as b,",
                "select 1 {# nothing #} as one → select 1  as one",
                "select {% raw %}'{{ not }}'{% endraw %} → select '{{ not }}'",
                "select {{ missing | default(9) }} → select 9",
                "select {{ 1 if missing is defined else 2 }} → select 2",
                "{% set x = none %}select {{ 'no' if x is none else 'yes' }} → select no",
                "{% set ns = namespace(n=0) %}{% for i in [1,2] %}{% set ns.n = ns.n + i %}{% endfor %}select {{ ns.n }} → select 3",
                "{% macro m(a, b=2) %}{{ a }} + {{ b }}{% endmacro %}select {{ m(1) }} → select 1 + 2",
                "{% macro m() %}<{{ caller() }}>{% endmacro %}select {% call m() %}x{% endcall %} → select <x>",
                "{% macro m(a, b) %}{{ a }}, {{ b }}{% endmacro %}select {{ m(a='x' ~ '=(,' ~ 'y', b=1 if 1 == 1 else 2) }} → select x=(,y, 1",
                "{% macro m(a) %}{{ a }}{% endmacro %}select {{ m(a=[1, 2] | join('+')) }} → select 1+2",
                "select {{ {'a': 1 == 1}['a'] }} → select True",
                "{{ config(materialized='table', tags=['x', 'y',], ) }}select 1 → select 1",
                "{% macro m(a, b='x, (y', c=[1, 2]) %}{{ a }} {{ b }} {{ c[1] }}{% endmacro %}select {{ m(1) }} → select 1 x, (y 2",
                "{% macro m(a, b) %}{{ a }} {{ b if b is defined else 'no' }}{% endmacro %}select {{ m(1) }} → select 1 no",
                "select {{ 'abc'.upper().replace('B', '-') }} → select A-C",
                "select {{ target.name }}, '{{ target.type }}' → select duckboard, 'duckdb'",
                "select {{ is_incremental() }}{{ log('x', info=True) }} → select False",
                "select {{ var('n', 3) }} → select 3",
                "select {{ env_var('N', 4) }} → select 4",
                "select '{{ this }}' → select '\"m\"'",
                "select {{ 1 if 2 in [1, 2] and not false else 0 }} → select 1",
                "select{{- ' 1' -}} , 2 → select 1, 2",
                "{%- if true -%} select 1 {%- endif -%} → select 1",
            })
    void rendersAsJinjaDoes(String template, String sql) {
        assertThat(project.model("m", template).sql("m")).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "{{ missing }} → “missing” is not known",
                "{{ 'a' ~ missing }} → “missing” is not known",
                "{% if missing %}1{% endif %} → “missing” is not known",
                "{% for x in missing %}1{% endfor %} → “missing” is not known",
                "{{ target.nothing }} → “nothing” is not known",
                "{{ [1][4] }} → is not known",
                "{{ unheard_of() }} → function “unheard_of” is not known",
                "{{ reff('x') }} → Did you mean “ref”?",
                "{{ 'a' | shout }} → filter “shout” is not known",
                "{{ ('a' | shout) ~ 'b' }} → filter “shout” is not known",
                "{{ 1 is prime }} → test “prime” is not known",
                "{{ 'a'.shout() }} → method “shout” is not known",
                "{% snapshot s %}{% endsnapshot %} → “snapshot” is not supported",
                "{% include 'x' %} → “include” is not supported",
                "{% if true %}1 → no Jinja",
                "{% endfor %} → no Jinja",
                "{{ 1 + }} → no Jinja",
                "{{ (1 }} → no Jinja",
                "{{ 'a → no Jinja",
                "{{ none }} → has no value",
                "{{ var('v') }} → variable “v” has no value",
                "{{ env_var('V') }} → environment variable “V” is not set",
                "{{ ref('other') }} → There is no model “other”",
                "{{ ref() }} → other arguments",
                "{{ ref(1) }} → no text",
                "{{ source('a', 'b') }} → There is no source “a.b”",
                "{{ run_query('select 1') }} → run_query() is not supported",
                "{{ adapter.get_relation('a') }} → adapter.get_relation() is not supported",
                "{% call statement('x') %}select 1{% endcall %} → statement() is not supported",
                "{{ exceptions.raise_compiler_error('my own words') }} → my own words",
                "{{ return(1) }} → return() is not supported",
                "{{ dbt_utils.star('x') }} → Packages are not supported",
                "{{ config(materialised='table') }} → Did you mean “materialized”?",
                "{{ config('table') }} → config() takes names",
                "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }} → does not take",
                "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, b=2) }} → does not take",
                "{% for i in [1, 2] if i > 1 %}{% endfor %} → “for … if” is not supported",
                "{% for i in [] %}{% else %}{% endfor %} → “for … else” is not supported",
                "{% else %} → outside of an if",
                "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }} → “a” is not known",
                "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(missing) }} → “missing” is not known",
                "{% macro m %}{% endmacro %} → defines nothing",
                "{{ range(20000) }} → more than 10,000",
            })
    void refusesWhatIsNotKnown(String template, String message) {
        assertThat(project.model("m", "select 1\n\n, " + template).errors()).anySatisfy(error -> {
            assertThat(error.toString()).contains(message);
            assertThat(error.file()).isEqualTo("models/m.sql");
            assertThat(error.line()).isEqualTo(3);
        });
    }

    @Test
    void namesTheFirstLineOfATagOfSeveral() {
        project.model("m", "select 1\n, {{\n  missing\n}}\n, {{ gone }}");

        assertThat(project.errors()).extracting("line").containsExactly(2, 5);
    }

    @Test
    void callsMacrosOfTheProjectFromModelsAndMacros() {
        project.with("macros/money.sql", "{% macro cents(x) %}({{ x }} * 100){% endmacro %}")
                .with("macros/twice.sql", "{% macro twice(x) %}{{ cents(x) }} + {{ shop.cents(x) }}{% endmacro %}")
                .model("m", "select {{ twice('fare') }}");

        assertThat(project.sql("m")).isEqualTo("select (fare * 100) + (fare * 100)");
    }

    @Test
    void readsModelsFromWithinMacros() {
        project.with("macros/all.sql", "{% macro all_of(m) %}select * from {{ ref(m) }}{% endmacro %}")
                .model("a", "select 1")
                .model("b", "{{ all_of('a') }}");

        assertThat(project.compiled().model("b").orElseThrow().dependsOn()).containsExactly("model.shop.a");
    }

    @Test
    void namesTheMacrosFileAndLine() {
        project.with("macros/money.sql", "\n{% macro cents(x) %}\n{{ x }}\n{{ missing }}{% endmacro %}")
                .model("m", "select 1,\n{{ cents('a') }},\n {{ gone }}");

        assertThat(project.complaints())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("macros/money.sql:4: “missing”"),
                        second -> assertThat(second).startsWith("models/m.sql:3: “gone”"));
    }

    @Test
    void refusesMacrosThatCallThemselves() {
        project.with("macros/m.sql", "{% macro again() %}{{ again() }}{% endmacro %}")
                .model("m", "select {{ again() }}");

        assertThat(project.complaints()).anyMatch(text -> text.contains("calls itself"));
    }

    @Test
    void refusesTwoMacrosOfOneName() {
        project.with("macros/a.sql", "{% macro m() %}1{% endmacro %}")
                .with("macros/b.sql", "{% macro m() %}2{% endmacro %}")
                .model("m", "select {{ m() }}");

        assertThat(project.complaints()).anyMatch(text -> text.startsWith("macros/b.sql:1: There are two macros “m”"));
    }

    @Test
    void collectsTheErrorsOfAllFiles() {
        project.model("a", "{{ one }} {{ two }}").model("b", "{{ three }}").model("c", "select 1");

        assertThat(project.errors()).extracting("file").containsExactly("models/a.sql", "models/a.sql", "models/b.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.class }}",
                "{{ ''.getClass() }}",
                "{{ ''.class.forName('java.lang.Runtime') }}",
                "{{ [].getClass().forName('java.lang.System') }}",
                "{{ ''['class'] }}",
                "{{ target.class }}",
                "{{ target.getClass() }}",
                "{{ ____int3rpr3t3r____.config }}",
                "{{ ____int3rpr3t3r____.getContext() }}",
                "{{ ____int3rpr3t3r____ }}",
                "{{ this.toString() }}",
                "{{ range.class }}",
                "{{ adapter.class }}",
                "{{ 'x' → map('class') }}",
                "{{ ['x'] | map(attribute='class') → join }}",
                "{{ ['x'] | map('shout') → join }}",
                "{{ 'x' → attr('class') }}",
                "{{ 'x' → fromjson }}",
                "{{ loop.class }}",
                "{% for i in [1] %}{{ loop.getClass() }}{% endfor %}",
                "{{ exptest:defined.getClass() }}",
                "{{ filter:upper.getClass() }}",
            })
    void reachesNoClassOfJava(String template) {
        assertThat(project.model("m", "select " + template).errors()).isNotEmpty();
    }

    @Test
    void readsNoFileOfTheMachine() {
        assertThat(project.model("m", "{% include '/etc/passwd' %}{% import '/etc/passwd' as x %}")
                        .errors())
                .hasSize(2);
    }
}
