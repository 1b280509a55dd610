package io.duckboard.transform.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.json.JsonObject;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.testing.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** The catalog beside the manifest lists the columns of what was built. */
class DocsCatalogTest {

    @TempDir
    Path folder;

    @Test
    void hasTheColumnsOfWhatWasBuilt() throws IOException {
        var project = ProjectFiles.in(folder)
                .model("sales", "{{ config(materialized='table') }}\nselect 1 as id")
                .model("top", "select * from {{ ref('sales') }}")
                .compiled();
        Artifacts.writeCatalog(
                folder,
                project,
                new RunOf(project)
                        .built(
                                "sales",
                                7,
                                new Catalog.Field("id", "INTEGER", ""),
                                new Catalog.Field("paid", "DECIMAL(10,2)", ""))
                        .skipped("top")
                        .ended(new RunOutcome.KeptBack()));

        JsonObject nodes = JsonObject.of(JSON.std.anyFrom(Files.readAllBytes(folder.resolve("catalog.json"))))
                .object("nodes");

        assertThat(nodes.members()).hasSize(1);
        JsonObject sales = nodes.object("model.shop.sales");
        assertThat(sales.object("metadata").text("type")).isEqualTo("BASE TABLE");
        assertThat(sales.object("columns").members().values())
                .map(JsonObject::of)
                .extracting(column -> List.of(column.number("index"), column.text("name"), column.text("type")))
                .containsExactly(List.of(1, "id", "INTEGER"), List.of(2, "paid", "DECIMAL(10,2)"));
        assertThat(sales.object("stats").object("num_rows").number("value")).isEqualTo(7);
    }
}
