package io.duckboard.lake.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file that becomes part of a table.
 *
 * @param name the name as the user gave it, for messages
 * @param path the file on this machine
 * @param keys the hive keys of its folders, with their values as text; an empty value is NULL
 */
public record SourceFile(
        String name, Path path, FileKind kind, Compression compression, Map<String, Optional<String>> keys) {}
