package io.duckboard.transform.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Compiler;
import io.duckboard.transform.project.ProjectFolder;
import io.duckboard.transform.testing.ProjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** The manifest describes a project as dbt's manifest does, in the same members. */
class ManifestTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final Path SHIPPED = Path.of("..", "transform");

    /** Derived from what dbt wrote for the shipped project; tests are named by their aliases. */
    private static final String OF_DBT = "dbt-manifest.json";

    @TempDir
    Path folder;

    @Test
    void saysOfTheShippedProjectWhatDbtSays() throws IOException {
        CompiledProject shipped =
                Compiler.compile(ProjectFolder.read(SHIPPED), Map.of(), Map.of("DUCKBOARD_LAKE", "s3://lake"));
        JsonObject manifest = manifest(shipped);
        var said = new TreeMap<String, Object>();
        for (String group : List.of("nodes", "sources", "exposures")) {
            manifest.object(group).members().forEach((id, node) -> said.put(id.toString(), facts(JsonObject.of(node))));
        }

        assertThat(said).isEqualTo(ofDbt());
    }

    @Test
    void mapsParentsAndChildren() throws IOException {
        JsonObject manifest = manifest(shop());

        assertThat(manifest.object("parent_map").members())
                .isEqualTo(Map.of(
                        "source.shop.raw.orders", List.of(),
                        "model.shop.sales", List.of("source.shop.raw.orders"),
                        "test.shop.unique_sales_id", List.of("model.shop.sales"),
                        "model.shop.top", List.of("model.shop.sales")));
        assertThat(manifest.object("child_map").members())
                .isEqualTo(Map.of(
                        "source.shop.raw.orders", List.of("model.shop.sales"),
                        "model.shop.sales", List.of("model.shop.top", "test.shop.unique_sales_id"),
                        "test.shop.unique_sales_id", List.of(),
                        "model.shop.top", List.of()));
    }

    @Test
    void namesItsSchemaAndItsProject() throws IOException {
        JsonObject metadata = manifest(shop()).object("metadata");

        assertThat(metadata.text("dbt_schema_version")).isEqualTo("https://schemas.getdbt.com/dbt/manifest/v12.json");
        assertThat(metadata.text("project_name")).isEqualTo("shop");
        assertThat(metadata.text("adapter_type")).isEqualTo("duckdb");
        assertThat(metadata.text("generated_at")).isEqualTo("2026-02-03T04:05:06.789Z");
    }

    @Test
    void hasTheSqlAsItWasWrittenAndAsItRuns() throws IOException {
        JsonObject top = manifest(shop()).object("nodes").object("model.shop.top");

        assertThat(top.text("raw_code")).isEqualTo("select id from {{ ref('sales') }}");
        assertThat(top.text("compiled_code")).isEqualTo("select id from \"sales\"");
        assertThat(top.text("relation_name")).isEqualTo("\"top\"");
    }

    @Test
    void hasTheOverviewWithoutWhichThePageOfDbtStaysEmpty() throws IOException {
        JsonObject docs = manifest(shop()).object("docs");

        assertThat(docs.object("doc.shop.__overview__").text("block_contents")).contains("shop");
    }

    private CompiledProject shop() {
        return ProjectFiles.in(folder)
                .with("models/raw.yml", """
                        sources:
                          - name: raw
                            tables: [{name: orders}]
                        models:
                          - name: sales
                            columns: [{name: id, tests: [unique]}]
                        """)
                .model("sales", "select 1 as id from {{ source('raw', 'orders') }}")
                .model("top", "select id from {{ ref('sales') }}")
                .compiled();
    }

    private JsonObject manifest(CompiledProject project) throws IOException {
        Path target = folder.resolve("target");
        Artifacts.writeManifest(target, project, NOW);
        return JsonObject.of(JSON.std.anyFrom(Files.readAllBytes(target.resolve("manifest.json"))));
    }

    private static Object ofDbt() throws IOException {
        try (InputStream file = Objects.requireNonNull(ManifestTest.class.getResourceAsStream(OF_DBT), OF_DBT)) {
            return JSON.std.anyFrom(file);
        }
    }

    private static Map<String, Object> facts(JsonObject node) {
        var facts = new TreeMap<String, Object>();
        boolean source = node.text("resource_type").equals("source");
        for (String name : List.of("resource_type", "original_file_path", "path", "description")) {
            facts.put(name, node.text(name));
        }
        facts.put(
                "depends_on",
                source ? List.of() : sorted(node.object("depends_on").list("nodes")));
        facts.put(
                "refs",
                source
                        ? List.of()
                        : sorted(node.objects("refs")
                                .map(ref -> ref.text("name"))
                                .toList()));
        facts.put(
                "sources",
                source
                        ? List.of()
                        : sorted(node.list("sources").stream()
                                .map(ManifestTest::dotted)
                                .toList()));
        facts.put("columns", node.has("columns") ? descriptions(node.object("columns")) : Map.of());
        if (node.text("resource_type").equals("model")) {
            facts.put("fqn", node.list("fqn"));
            facts.put("materialized", node.object("config").text("materialized"));
            facts.put("checksum", node.object("checksum").text("checksum"));
            facts.put("raw_code", node.text("raw_code"));
            facts.put("patch_path", node.text("patch_path"));
        }
        if (node.has("test_metadata")) {
            facts.put("test", node.object("test_metadata").text("name"));
            facts.put("column_name", node.text("column_name"));
            facts.put("attached_node", node.get("attached_node"));
            facts.put("severity", node.object("config").text("severity"));
        }
        return facts;
    }

    private static Map<String, String> descriptions(JsonObject columns) {
        var descriptions = new LinkedHashMap<String, String>();
        columns.members()
                .forEach((name, column) ->
                        descriptions.put(name.toString(), JsonObject.of(column).text("description")));
        return descriptions;
    }

    private static String dotted(Object source) {
        return String.join(
                ".", ((List<?>) source).stream().map(Object::toString).toList());
    }

    private static List<String> sorted(List<?> texts) {
        return texts.stream().map(Object::toString).sorted().toList();
    }
}
