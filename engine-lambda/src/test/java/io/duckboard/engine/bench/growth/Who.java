package io.duckboard.engine.bench.growth;

/** Who is measured. */
enum Who {
    ENGINE("Duckboard"),
    DUCKDB("DuckDB alone");

    private final String title;

    Who(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
