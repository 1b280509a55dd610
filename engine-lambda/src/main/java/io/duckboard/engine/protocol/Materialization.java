package io.duckboard.engine.protocol;

/** What the transform leaves of a model, in dbt's words; an ephemeral one leaves nothing and never comes here. */
public enum Materialization {
    /** Its SQL, kept in the catalog. */
    VIEW,
    /** Its rows, in Parquet. */
    TABLE,
    /** The same, and a copy where others expect it. */
    EXTERNAL
}
