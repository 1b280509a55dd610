package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model is built as its configuration says, and its copy can only go into the lake's free folders. */
class ModelConfigTest {

    private static final Map<String, String> LAKE = Map.of("DUCKBOARD_LAKE", "s3://bucket/lake");

    @TempDir
    Path folder;

    private CompiledModel model(String config) {
        return ProjectFiles.in(folder)
                .model("m", "{{ config(" + config + ") }} select 1 as a, 2 as b")
                .compiled()
                .models()
                .getFirst();
    }

    @Test
    void isAViewUnlessItSaysSo() {
        assertThat(model("").materialization()).isEqualTo(ModelMaterialization.VIEW);
        assertThat(model("materialized='table'").materialization()).isEqualTo(ModelMaterialization.TABLE);
        assertThat(model("{'materialized': 'table'}").materialization()).isEqualTo(ModelMaterialization.TABLE);
    }

    @Test
    void copiesAnExternalModelToTheDashboardsFolder() {
        assertThat(model("materialized='external'").copyTo()).contains("dashboard/m.parquet");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://bucket/lake/dashboard/x.parquet, dashboard/x.parquet",
        "dashboard/x.parquet, dashboard/x.parquet",
        "mine/year=2024/x-1.parquet, mine/year=2024/x-1.parquet",
    })
    void copiesItWhereItSays(String location, String path) {
        assertThat(copyTo(location)).isEqualTo(path);
    }

    private String copyTo(String location) {
        var project = ProjectFiles.in(folder)
                .model("m", "{{ config(materialized='external', location='" + location + "') }} select 1")
                .read();
        return Compiler.compile(project, Map.of(), LAKE)
                .models()
                .getFirst()
                .copyTo()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.parquet",
                "dashboard/../dataset/x.parquet",
                "/etc/x.parquet",
                "s3://other/lake/x.parquet",
                "s3://bucket/lakes/x.parquet",
                "s3://bucket/lake/../x.parquet",
                "dataset/x.parquet",
                "Dataset/x.parquet",
                "partitioned/x.parquet",
                "reference/x.parquet",
                "results/x.parquet",
                "control/x.parquet",
                "staging/x.parquet",
                "_duckboard/x.parquet",
                "models/x.parquet",
                "catalog.json",
                "x.parquet",
                "dashboard/x.csv",
                "dashboard/x.parquet?a",
                "dashboard//x.parquet",
                "dashboard/x y.parquet",
                "",
                "dashboard/%2e/x.parquet",
                "file:///tmp/x.parquet",
                "./dataset/x.parquet",
                "dashboard/x.parquet#a",
                ".hidden/x.parquet",
            })
    void refusesAllOtherLocations(String location) {
        assertThatThrownBy(() -> copyTo(location))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("models/m.sql:1: ")
                .hasMessageContaining("is no location");
    }

    @Test
    void readsTheLakeFromTheEnvironment() {
        var project = ProjectFiles.in(folder)
                .model(
                        "m",
                        "{{ config(materialized='external', location=env_var('DUCKBOARD_LAKE') ~ '/dashboard/y.parquet') }} select 1")
                .read();

        assertThat(Compiler.compile(project, Map.of(), LAKE).models().getFirst().copyTo())
                .contains("dashboard/y.parquet");
    }

    @Test
    void rendersJinjaOfYaml() {
        var project = ProjectFiles.in(folder)
                .model("m", "select 1")
                .with("models/m.yml", """
                        models:
                          - name: m
                            config:
                              materialized: external
                              location: "{{ env_var('DUCKBOARD_LAKE') }}/dashboard/z.parquet"
                        """)
                .read();

        assertThat(Compiler.compile(project, Map.of(), LAKE).models().getFirst().copyTo())
                .contains("dashboard/z.parquet");
        assertThatThrownBy(() -> Compiler.compile(project, Map.of(), Map.of()))
                .hasMessageStartingWith("models/m.yml:5: ");
    }

    @Test
    void refusesTwoCopiesAtOnePlace() {
        String config = "{{ config(materialized='external', location='dashboard/x.parquet') }} select 1";

        assertThat(ProjectFiles.in(folder).model("a", config).model("b", config).complaints())
                .singleElement()
                .asString()
                .contains("models/b.sql")
                .contains("models/a.sql");
    }

    @Test
    void partitionsByColumns() {
        assertThat(model("materialized='table', partition_by='a, b'").partitionBy())
                .containsExactly("a", "b");
        assertThat(model("materialized='table', partition_by=['a']").partitionBy())
                .containsExactly("a");
        assertThat(model("materialized='external', options={'partition_by': 'b'}")
                        .partitionBy())
                .containsExactly("b");
        assertThat(model("materialized='external', options={'partition_by': 'b'}")
                        .copyTo())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "partition_by='a' | has no files to partition",
                "materialized='ephemeral', partition_by='a' | has no files to partition",
                "materialized='external', partition_by='a', location='dashboard/x.parquet' | copy as one file",
                "materialized='table', location='dashboard/x.parquet' | Only an external model",
                "materialized='incremental' | Incremental models are not supported",
                "materialized='snapshot' | cannot be materialized as",
                "materialized='external', format='csv' | Parquet alone",
                "materialized='external', options={'codec': 'zstd'} | option “codec”",
                "pre_hook='drop table x' | “pre_hook” is not supported",
                "post_hook='drop table x' | “post_hook” is not supported",
                "alias='x' | “alias” is not supported",
                "contract={'enforced': true} | Enforced contracts",
            })
    void refusesWhatItCannotDo(String config, String complaint) {
        assertThatThrownBy(() -> model(config))
                .hasMessageStartingWith("models/m.sql:1: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void leavesDisabledModelsOut() {
        var project = ProjectFiles.in(folder)
                .model("off", "{{ config(enabled=false) }} select 1")
                .model("on", "select 1")
                .with(
                        "models/off.yml",
                        "models:\n  - name: off\n    columns:\n      - name: a\n        tests: [unique]\n");

        assertThat(project.compiled().models()).extracting(CompiledModel::name).containsExactly("on");
        assertThat(project.compiled().tests()).isEmpty();
        assertThat(project.model("on", "select 1\nfrom {{ ref('off') }}").complaints())
                .singleElement()
                .asString()
                .startsWith("models/on.sql:2: The model “off” is disabled");
    }
}
