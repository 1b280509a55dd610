package io.duckboard.lake.tables;

import java.nio.file.Path;

/**
 * A file that becomes part of a table.
 *
 * @param name the name as the user gave it, for messages
 * @param file the file on this machine
 */
record TableSource(String name, Path file, Reader reader) {}
