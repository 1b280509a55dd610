package io.duckboard.engine.guard;

/** Which tables and views there are: DuckDB takes none of their names for a file. */
@FunctionalInterface
public interface KnownTables {

    /** Where there are none, or none whose name could be taken for anything else. */
    KnownTables NONE = name -> false;

    /** @param name without catalog and schema; capitals do not matter */
    boolean contain(String name);
}
