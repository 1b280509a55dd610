package io.duckboard.engine.bench.s3;

/** Who is compared. */
enum Role {
    ENGINE("ours"),
    PYTHON("Python"),
    DUCKDB("DuckDB");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
