package io.duckboard.transform.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.transform.testing.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A folder is read as the dbt project that it is, and settings that would be ignored are refused at their file and
 * line.
 */
class ProjectReadingTest {

    @TempDir
    Path folder;

    private ProjectFiles project;

    @BeforeEach
    void begin() {
        project = ProjectFiles.in(folder);
    }

    @Test
    void readsModelsMacrosTestsAndYaml() {
        Project read = project.model("a", "select 1")
                .with("models/staging/b.sql", "select 2")
                .with("macros/m.sql", "{% macro m() %}{% endmacro %}")
                .with("tests/t.sql", "select 1 where false")
                .with("models/s.yaml", """
                        version: 2
                        sources:
                          - name: raw
                            tables:
                              - name: trips
                                identifier: Trips_2024
                        exposures:
                          - name: board
                            type: dashboard
                            label: The board
                            url: http://localhost
                            depends_on: [ref('a'), "source('raw', 'trips')"]
                        """)
                .read();

        assertThat(read.models()).extracting(TemplateFile::name).containsExactly("a", "b");
        assertThat(read.macros()).hasSize(1);
        assertThat(read.tests()).hasSize(1);
        assertThat(read.sources().getFirst().identifier()).isEqualTo("Trips_2024");
        assertThat(read.exposures().getFirst().dependsOn())
                .hasExactlyElementsOfTypes(Reference.Ref.class, Reference.Source.class);
    }

    @Test
    void readsOtherFoldersAndVars() {
        Project read = project.with("dbt_project.yml", """
                        name: shop
                        version: '1.0'
                        config-version: 2
                        profile: nobodys
                        model-paths: [sql]
                        target-path: out
                        clean-targets: [out]
                        vars:
                          one: 1
                          two: global
                          shop:
                            two: own
                            three: [1, x]
                        """)
                .with("sql/a.sql", "select 1")
                .read();

        assertThat(read.models()).extracting(TemplateFile::path).containsExactly("sql/a.sql");
        assertThat(read.vars())
                .containsEntry("one", 1L)
                .containsEntry("two", "own")
                .containsKey("three");
    }

    @Test
    void saysWhatToPutWhereIfItIsEmpty() {
        assertThat(project.complaints())
                .singleElement()
                .asString()
                .contains("no models")
                .contains("models/my_model.sql");
    }

    @Test
    void saysThatThereIsNoProject(@TempDir Path empty) {
        assertThatThrownBy(() -> ProjectFolder.read(empty))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("no dbt_project.yml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "packages.yml → packages:\\n  - package: dbt-labs/dbt_utils → packages.yml:2: Packages are not supported",
                "dependencies.yml → projects:\\n  - name: x → dependencies.yml:2: Packages",
                "seeds/x.csv → a,b → seeds/x.csv:1: Seeds are not supported",
                "snapshots/x.sql → x → snapshots/x.sql:1: Snapshots are not supported",
                "models/x.py → x → models/x.py:1: Python models are not supported",
                "tests/generic/x.sql → x → tests/generic/x.sql:1: Generic tests of your own",
                "models/x.yml → unit_tests:\\n  - name: a → models/x.yml:2: “unit_tests” is not supported",
                "models/x.yml → modles: [] → Did you mean “models”?",
                "models/x.yml → models:\\n  - name: a\\n  bad → models/x.yml:3: This is no valid YAML",
                "models/x.yml → models: text → models/x.yml:1: models should be a list",
                "models/x.yml → models:\\n  - description: a → models/x.yml:2: A model has no name",
                "models/x.yml → models:\\n  - name: a\\n    name: a → models/x.yml:3: “name” is there twice",
                "models/x.yml → models:\\n  - name: b → models/x.yml:2: There is no model “b”",
                "models/x.yml → models:\\n  - name: ../../x → models/x.yml:2: “../../x” is no name",
                "models/x.yml → models:\\n  - name: a\\n  - name: a → models/x.yml:3: The model “a” is described twice",
                "models/x.yml → models:\\n  - name: a\\n    config:\\n      contract: {enforced: true} → models/x.yml:4: Enforced contracts",
                "models/x.yml → models:\\n  - name: a\\n    config:\\n      pre-hook: drop → models/x.yml:4: “pre-hook” is not supported",
                "models/x.yml → models:\\n  - name: a\\n    config:\\n      materialized: incremental → models/x.yml:4: A model cannot be materialized as “incremental”",
                "models/x.yml → sources:\\n  - name: s\\n    tables:\\n      - name: ../t → models/x.yml:4: “../t” is no name",
                "models/x.yml → sources:\\n  - name: s\\n    tables:\\n      - name: t\\n      - name: t → models/x.yml:5: The source “s.t” is there twice",
                "models/x.yml → exposures:\\n  - name: e\\n    depends_on: [a] → models/x.yml:3: “a” is no reference",
                "models/x.yml → exposures:\\n  - name: e\\n    depends_on: [ref('z')] → models/x.yml:3: There is no model “z”",
                "models/x.yml → models:\\n  - name: a\\n    columns:\\n      - name: c\\n        tests: [{}] → models/x.yml:5: A test has no name",
                "models/b c.sql → select 1 → models/b c.sql: “b c” is no name for a model",
                "models/1b.sql → select 1 → models/1b.sql: “1b” is no name",
                "models/parts.sql → select 1 → A model cannot be called “parts”",
                "models/__dbt__cte__x.sql → select 1 → A model cannot be called",
                "models/sub/A.sql → select 1 → models/sub/A.sql: The model “A” is there twice: the other is models/a.sql",
                "models/b.sql → -- nothing → models/b.sql: The model has no SQL",
                "dbt_project.yml → name: my-shop → dbt_project.yml:1: “my-shop” is no name",
                "dbt_project.yml → version: 1 → The project has no name",
                "dbt_project.yml → name: shop\\nmodel-paths: [../x] → dbt_project.yml:2: “../x” is no folder",
                "dbt_project.yml → name: shop\\non-run-start: [x] → dbt_project.yml:2: “on-run-start” is not supported",
                "dbt_project.yml → name: shop\\nmodels:\\n  shop:\\n    +materialised: table → dbt_project.yml:4: “materialised” is no configuration",
                "dbt_project.yml → name: shop\\nmodels:\\n  other:\\n    +materialized: table → “other” is no project",
            })
    void refusesWhatItWouldNotObey(String file, String text, String complaint) {
        project.model("a", "select 1").with(file, text.replace("\\n", "\n"));

        assertThat(project.complaints()).anyMatch(found -> found.contains(complaint));
    }

    @Test
    void refusesAModelCalledAsASourceThatIsRead() {
        project.model("trips", "select * from {{ source('raw', 'all_trips') }}")
                .with(
                        "models/s.yml",
                        "sources:\n  - name: raw\n    tables:\n      - name: all_trips\n        identifier: Trips\n");

        assertThat(project.complaints())
                .singleElement()
                .asString()
                .contains("models/trips.sql: The model “trips”")
                .contains("models/s.yml:4");
    }

    @Test
    void allowsTheSameForASourceThatIsNotRead() {
        project.model("trips", "select 1")
                .with("models/s.yml", "sources:\n  - name: raw\n    tables:\n      - name: trips\n");

        assertThat(project.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models:\n  - name: a\n    docs: {show: true}\n    meta: {owner: me}\n    group: x\n    access: public\n    latest_version: 1\n",
                "models:\n  - name: a\n    config:\n      contract: {enforced: false}\n      meta: {}\n    columns:\n      - name: c\n        data_type: int\n        meta: {}\n",
                "version: 2\n",
                "",
                "# nothing\n",
                "models:\n",
            })
    void passesOverWhatChangesNothing(String yaml) {
        assertThat(project.model("a", "select 1").with("models/x.yml", yaml).errors())
                .isEmpty();
    }

    @Test
    void neverReadsProfiles() {
        project.model("a", "select 1").with("profiles.yml", ": : no yaml").with("packages.yml", "packages: []\n");

        assertThat(project.errors()).isEmpty();
    }

    @Test
    void leavesTextThatIsNoUtf8() throws IOException {
        project.model("a", "select 1");
        Files.write(folder.resolve("models/b.sql"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(project.complaints()).singleElement().asString().startsWith("models/b.sql: The file is no UTF-8");
    }

    @Test
    void makesNoObjectsOfClassesThatYamlNames() {
        project.model("a", "select 1")
                .with("models/x.yml", "models:\n  - name: a\n    meta: !!javax.script.ScriptEngineManager [x]\n");

        assertThat(project.complaints()).singleElement().asString().startsWith("models/x.yml:3: This is no valid YAML");
    }

    @Test
    void survivesAnchorsThatHoldThemselves() {
        project.with("dbt_project.yml", "name: shop\nvars: &a\n  x: *a\n").model("a", "select 1");

        assertThat(project.errors()).isNotEmpty();
    }

    @Test
    void takesFolderSettingsFromFarToNear() {
        Project read = project.with("dbt_project.yml", """
                        name: shop
                        models:
                          +tags: [all]
                          shop:
                            +materialized: table
                            near:
                              materialized: ephemeral
                              +tags: near
                        """)
                .model("a", "select 1")
                .with("models/near/b.sql", "select 1")
                .read();

        assertThat(settings(read, 0)).containsEntry("materialized", "table");
        assertThat(settings(read, 1)).containsEntry("materialized", "ephemeral");
        assertThat(settings(read, 1).get("tags")).hasToString("[all, near]");
    }

    private static Map<String, Object> settings(Project project, int model) {
        Map<String, Object> values = new HashMap<>();
        project.settingsOf(project.models().get(model))
                .values()
                .forEach((name, setting) -> values.put(name, setting.value()));
        return values;
    }
}
