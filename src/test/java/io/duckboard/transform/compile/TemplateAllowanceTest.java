package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.duckboard.engine.testing.Attack;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.ProjectError;
import io.duckboard.transform.project.TemplateFile;
import io.duckboard.transform.template.Deadline;
import io.duckboard.transform.template.MappedSql;
import io.duckboard.transform.template.TemplateGlobals;
import io.duckboard.transform.template.Templates;
import io.duckboard.transform.testing.ProjectFiles;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A template that takes too much is stopped long before its time is over, and the error names the limit. */
@Attack("A project's template takes all memory or time")
class TemplateAllowanceTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** What a template may take, 200 MB, plus what its last step makes before it is stopped. */
    private static final int MOST_MEGABYTES = 250;

    /** A text of 655,360 characters, and a list. */
    private static final String LONG = "{% set ns = namespace(s='0123456789') %}{% for i in range(16) %}"
            + "{% set ns.s = ns.s ~ ns.s %}{% endfor %}{% set l = [] %}\n";

    private static final String OFTEN = "{% for i in range(9999) %}{% do l.append(ns.s) %}{% endfor %}";

    private static final String MACROS = "{% macro a() %}{% for i in range(999) %}{{ b() }}{% endfor %}{% endmacro %}"
            + "{% macro b() %}{% for i in range(999) %}{{ c() }}{% endfor %}{% endmacro %}"
            + "{% macro c() %}{% for i in range(999) %}{% endfor %}{% endmacro %}"
            + "{% macro self(x) %}{{ self(x) }}{{ self(x) }}{% endmacro %}";

    private final Problems problems = new Problems();
    private final Templates templates = new Templates(Deadline.in(Duration.ofMinutes(1)), problems);

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isStoppedByWhatItTakes(String template, String reason) {
        templates.define("shop", List.of(new TemplateFile("macros/all.sql", MACROS)));

        long megabytes =
                taken(() -> assertThat(render("select 1\n" + LONG + template)).isEmpty());

        assertThat(problems.errors()).anySatisfy(error -> {
            assertThat(error.message()).contains(reason);
            assertThat(error.file()).isIn("models/m.sql", "macros/all.sql");
            assertThat(error.line()).isPositive();
        });
        assertThat(megabytes).isLessThan(MOST_MEGABYTES);
    }

    static Stream<Arguments> attacks() {
        String steps = "more than 250,000 steps";
        String memory = "more than 200 MB";
        String output = "longer than 1 MB";
        String values = "larger than 8 MB";
        return Stream.of(
                // Nested loops.
                Arguments.of("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", steps),
                Arguments.of("{% for a in ns.s %}{% for b in ns.s %}{% endfor %}{% endfor %}", steps),
                Arguments.of("{{ a() }}", steps),
                Arguments.of("{{ self(1) }}", "calls itself"),
                Arguments.of(
                        "{% do l.append(1) %}{% for i in range(60) %}{% for x in l %}{% do l.append(x) %}{% endfor %}"
                                + "{% endfor %}",
                        steps),
                // Texts.
                Arguments.of("{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}", output),
                Arguments.of("{% for i in range(60) %}{{ ns.s }}{% endfor %}", output),
                Arguments.of("{% for i in range(9999) %}{% do l.append(ns.s ~ i) %}{% endfor %}", values),
                Arguments.of("{% for i in range(9999) %}{% set x = ns.s ~ i %}{% endfor %}", memory),
                Arguments.of("{% set x %}" + "{{ ns.s }}".repeat(2_000) + "{% endset %}", "write more than 8 MB"),
                Arguments.of("{{ ns.s | replace('0', ns.s) }}", output),
                Arguments.of("{{ ns.s | replace('', ns.s) }}", output),
                Arguments.of("{{ ns.s.replace('0', ns.s) }}", output),
                Arguments.of("{{ range(9999) | join(ns.s) }}", output),
                Arguments.of("{{ ns.s.join(range(9999)) }}", output),
                // Lists and maps, most of which take no memory until they are read.
                Arguments.of(OFTEN + "{{ l }}", values),
                Arguments.of(OFTEN + "{{ l | tojson }}", values),
                Arguments.of(OFTEN + "{{ l | map('upper') | list | length }}", values),
                Arguments.of(OFTEN + "{{ '' ~ l }}", values),
                Arguments.of("{{ [" + "ns.s, ".repeat(9_000) + "1] ~ '' }}", values),
                Arguments.of("{% set d = {" + "'a': ns.s, ".repeat(9_000) + "'b': 1} %}", values),
                Arguments.of("{% for i in range(60) %}{% set ns.s = [ns.s, ns.s] %}{% endfor %}", values),
                Arguments.of("{% for i in range(60) %}{% set ns.s = {'a': ns.s, 'b': ns.s} %}{% endfor %}", values),
                Arguments.of(
                        "{% set ns.s = [1] %}{% for i in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}", ""),
                Arguments.of("{% for i in range(60) %}{% set l = [l] %}{{ l }}{% endfor %}{{ [l] }}", ""),
                Arguments.of("{% do l.append(l) %}{{ l }}", "holds itself"),
                // Numbers, and functions that make large values from them.
                Arguments.of("{{ 'a' * 10 ** 9 }}", ""),
                Arguments.of("{{ 'a' | center(10 ** 9) }}", "not known"),
                Arguments.of("{{ '%0999999999d' | format(1) }}", "not known"),
                Arguments.of("{{ [1] | batch(10 ** 9, 'x') }}", "asks for more than"),
                Arguments.of("{{ 1.5 | round(10 ** 9) }}", "asks for more than"),
                Arguments.of("{{ '1e999999999' | round }}", "too large a number"),
                Arguments.of("{{ [1, '1e999999999'] | sum }}", "too large a number"),
                Arguments.of("{{ range(10 ** 12) }}", "more than 10,000 numbers"),
                Arguments.of("{{ " + "1 + ".repeat(50_000) + "1 }}", "longer than 100,000"));
    }

    @Test
    void letsOrdinaryTemplatesDoALot() {
        Optional<MappedSql> sql = render("{% set l = [] %}{% for a in range(100) %}{% for b in range(100) %}"
                + "{% if b % 2 == 0 %}{% do l.append(a * b) %}{% endif %}{% endfor %}{% endfor %}"
                + "select {{ l | length }}, {{ l | sum }}, '{{ l | join(', ') }}', {{ 2.456 | round(2) }}");

        assertThat(problems.errors()).isEmpty();
        assertThat(sql.orElseThrow().text())
                .startsWith("select 5000, 12127500, '0, 0,")
                .endsWith(", 2.46");
    }

    @Test
    void keepsNoLargeConfigurationsAndMessages(@TempDir Path folder) {
        List<ProjectError> errors = ProjectFiles.in(folder)
                .model("a", LONG + "{{ config(meta={'a': ns.s, 'b': ns.s}) }} select 1")
                .model("b", LONG + "{{ exceptions.raise_compiler_error(ns.s) }}")
                .errors();

        assertThat(errors).extracting(ProjectError::message).anyMatch(text -> text.contains("config() is given"));
        assertThat(errors).extracting(error -> error.message().length()).allMatch(length -> length < 3_000);
    }

    private Optional<MappedSql> render(String template) {
        return templates.render(new TemplateFile("models/m.sql", template), new TemplateGlobals(Map.of(), Map.of()));
    }

    private static long taken(Runnable rendering) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        rendering.run();
        return (THREADS.getCurrentThreadAllocatedBytes() - before) >> 20;
    }
}
