package io.duckboard.lake.tables;

import java.nio.file.Path;

/**
 * A file that becomes part of a table.
 *
 * @param name as it was given, for messages
 * @param file on this machine
 */
record TableSource(String name, Path file, Reader reader) {}
