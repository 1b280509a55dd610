package io.duckboard.sqlpage.saved;

/** An imported file of SQL, with the name and folder that it will have. */
public record SqlFile(SavedName name, String sql) {}
