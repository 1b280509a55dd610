package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No template takes more time or memory than it is allowed. */
class TimeLimitTest {

    private static final String DIGITS = "range(9999)";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in N %}{% for b in N %}{% for c in N %}{% endfor %}{% endfor %}{% endfor %}",
                "{% for a in N %}{% for b in N %}{% for c in N %}{% set x = a + b + c %}{% endfor %}{% endfor %}{% endfor %}",
                "{% macro a() %}{% for i in N %}{% set x = b() %}{% endfor %}{% endmacro %}"
                        + "{% macro b() %}{% for i in N %}{% set x = c() %}{% endfor %}{% endmacro %}"
                        + "{% macro c() %}{% for i in N %}{% endfor %}{% endmacro %}{{ a() }}",
            })
    void stopsTemplatesThatNeverEnd(String template) {
        var project = ProjectFiles.in(folder)
                .model("m", "select 1 " + template.replace("N", DIGITS))
                .read();
        Instant start = Instant.now();

        var failure = catchThrowableOfType(
                ProjectException.class, () -> Compiler.compile(project, Map.of(), Map.of(), Duration.ofMillis(700)));

        assertThat(failure.errors())
                .anySatisfy(error -> assertThat(error.toString()).contains("was stopped"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void stopsAtTheFirstModelAfterTheLimit() {
        var project = ProjectFiles.in(folder);
        for (int i = 0; i < 20; i++) {
            project.model("m" + i, "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}");
        }
        var read = project.read();

        var failure = catchThrowableOfType(
                ProjectException.class, () -> Compiler.compile(read, Map.of(), Map.of(), Duration.ofMillis(1)));

        assertThat(failure.errors()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(9999) %}{% for b in range(9999) %}0123456789{% endfor %}{% endfor %}",
                "{% set ns = namespace(s='0123456789') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}{{ ns.s }}",
                "{% set ns = namespace(s='a') %}{% for i in range(60) %}{% set ns.s = ns.s.replace('a', 'aaaaaaaa') %}{% endfor %}{{ ns.s }}",
                "{% set ns = namespace(s='a') %}{% for i in range(60) %}{% set ns.s = ns.s | replace('a', 'aaaaaaaa') %}{% endfor %}{{ ns.s }}",
                "{% set ns = namespace(l=[1]) %}{% for i in range(60) %}{% set ns.l = ns.l + ns.l %}{% endfor %}{{ ns.l | length }}",
            })
    void refusesWhatGrowsWithoutEnd(String template) {
        assertThat(ProjectFiles.in(folder).model("m", "select " + template).errors())
                .isNotEmpty();
    }

    @Test
    void survivesNestingWithoutEnd() {
        String nested = "(".repeat(20_000) + "1" + ")".repeat(20_000);

        assertThat(ProjectFiles.in(folder)
                        .model("m", "select {{ " + nested + " }}")
                        .errors())
                .isNotEmpty();
    }
}
