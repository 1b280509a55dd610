package io.duckboard.engine.guard;

/** Which tables and views there are: a name that is one of theirs is never taken for a file. */
@FunctionalInterface
public interface KnownTables {

    /** Where there are none, or none whose name could be taken for anything else. */
    KnownTables NONE = name -> false;

    /** @param name without catalog and schema, whatever its characters */
    boolean contain(String name);
}
