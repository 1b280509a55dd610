package io.duckboard.transform.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.transform.testing.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled SQL is written where dbt puts it. */
class CompiledFilesTest {

    @TempDir
    Path folder;

    private Path compiled;

    @BeforeEach
    void write() throws IOException {
        var project = ProjectFiles.in(folder)
                .with("models/core/schema.yml", "models: [{name: sales, columns: [{name: id, tests: [not_null]}]}]")
                .with("models/core/sales.sql", "select 1 as id")
                .model("top", "select id from {{ ref('sales') }}")
                .with("tests/no_sale.sql", "select * from {{ ref('top') }} where false")
                .compiled();
        Artifacts.writeCompiled(folder.resolve("target"), project);
        compiled = folder.resolve("target/compiled/shop");
    }

    @Test
    void ofModelsInTheirFolders() {
        assertThat(compiled.resolve("models/core/sales.sql")).hasContent("select 1 as id");
        assertThat(compiled.resolve("models/top.sql")).hasContent("select id from \"sales\"");
    }

    @Test
    void ofGenericTestsBelowTheFileThatAsksForThem() {
        assertThat(compiled.resolve("models/core/schema.yml/not_null_sales_id.sql"))
                .content()
                .contains("from \"sales\"");
    }

    @Test
    void ofSingularTestsInTheirFolder() {
        assertThat(compiled.resolve("tests/no_sale.sql")).hasContent("select * from \"top\" where false");
    }
}
