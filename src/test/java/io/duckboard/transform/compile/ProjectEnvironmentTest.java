package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duckboard.engine.testing.Attack;
import io.duckboard.transform.project.Project;
import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project publishes what it reads, so it may read only variables that are meant for it, and no secrets. */
@Attack("A project's template reads secrets of the environment")
class ProjectEnvironmentTest {

    private static final String VALUE = "the-value";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "DUCKBOARD_LINK_SECRET",
                "DBT_ENV_SECRET_TOKEN",
                "HOME",
                "PATH",
                "dbt_secret",
                "DUCKBOARD_LAKE "
            })
    void readsNoSecret(String name) {
        for (String call : new String[] {"env_var('%s')", "env_var('%s', 'default')", "env_var('%s') ~ ''"}) {
            Project project = project(call.formatted(name));

            var failure = catchThrowableOfType(ProjectException.class, () -> sql(project, Map.of(name, VALUE)));

            assertThat(failure.errors().toString())
                    .contains("“" + name + "” is not for projects", "DUCKBOARD_PROJECT_ENV")
                    .doesNotContain(VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DBT_TARGET", "DBT_ENV_CUSTOM_ENV_X", "DUCKBOARD_LAKE", "DUCKBOARD_TRIPS", "DUCKBOARD_ZONES"})
    void readsWhatIsMeantForIt(String name) {
        assertThat(sql(project("env_var('" + name + "')"), Map.of(name, VALUE))).isEqualTo("select '" + VALUE + "'");
    }

    @Test
    void readsWhatTheOperatorLists() {
        var env = Map.of("DUCKBOARD_PROJECT_ENV", "REGION, STAGE", "STAGE", VALUE, "OTHER", "x");

        assertThat(sql(project("env_var('STAGE')"), env)).isEqualTo("select '" + VALUE + "'");
        assertThat(catchThrowableOfType(ProjectException.class, () -> sql(project("env_var('OTHER')"), env))
                        .errors()
                        .toString())
                .contains("“OTHER” is not for projects");
    }

    @Test
    void hasTheDefaultOfWhatIsNotSet() {
        assertThat(sql(project("env_var('AWS_SECRET_ACCESS_KEY', 'none')"), Map.of()))
                .isEqualTo("select 'none'");
    }

    private Project project(String call) {
        return ProjectFiles.in(folder).model("m", "select '{{ " + call + " }}'").read();
    }

    private static String sql(Project project, Map<String, String> env) {
        return Compiler.compile(project, Map.of(), env).model("m").orElseThrow().sql();
    }
}
