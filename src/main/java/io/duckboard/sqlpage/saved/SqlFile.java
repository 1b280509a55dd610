package io.duckboard.sqlpage.saved;

/** A file of SQL that came in, with the name and folder it will have. */
public record SqlFile(SavedName name, String sql) {}
