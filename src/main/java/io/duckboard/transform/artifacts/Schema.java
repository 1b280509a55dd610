package io.duckboard.transform.artifacts;

import java.time.Instant;

/** The schemas that dbt publishes for its files. Source: schemas.getdbt.com. */
enum Schema {
    MANIFEST("manifest/v12"),
    RUN_RESULTS("run-results/v6"),
    CATALOG("catalog/v1");

    /** The version of dbt that has these schemas. dbt's readers refuse a file that names no version. */
    private static final String DBT_VERSION = "1.10.23";

    private final String path;

    Schema(String path) {
        this.path = path;
    }

    /** Returns the metadata of a file. */
    Members metadata(Instant generatedAt) {
        return new Members()
                .put("dbt_schema_version", "https://schemas.getdbt.com/dbt/" + path + ".json")
                .put("dbt_version", DBT_VERSION)
                .put("generated_at", generatedAt)
                .put("env", new Members().put("generator", "Duckboard"));
    }
}
