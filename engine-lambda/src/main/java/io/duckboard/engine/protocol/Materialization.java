package io.duckboard.engine.protocol;

/** What the transform stores for a model, in dbt's terms. An ephemeral model stores nothing and never appears here. */
public enum Materialization {
    /** The model's SQL, kept in the catalog. */
    VIEW,
    /** The model's rows, in Parquet. */
    TABLE,
    /** The same as a table, plus a copy at a path that others use. */
    EXTERNAL
}
