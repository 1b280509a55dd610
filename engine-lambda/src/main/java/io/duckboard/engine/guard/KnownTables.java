package io.duckboard.engine.guard;

/** Knows which tables and views exist. DuckDB does not take any of their names for a file. */
@FunctionalInterface
public interface KnownTables {

    /** For a database without tables, or with none whose name could be taken for anything else. */
    KnownTables NONE = name -> false;

    /** @param name without catalog and schema; case does not matter */
    boolean contain(String name);
}
