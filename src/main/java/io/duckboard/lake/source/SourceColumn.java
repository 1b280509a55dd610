package io.duckboard.lake.source;

import io.duckboard.engine.sql.type.ColumnType;

/**
 * A column of a file.
 *
 * @param type {@link ColumnType#NULL} if it has no value
 * @param sql what its values are, over the file's relation
 */
record SourceColumn(String name, ColumnType type, String sql) {}
