package io.duckboard.lake.source;

import io.duckboard.engine.discovery.Partition;
import io.duckboard.engine.sql.Quoted;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hive keys: folders that are called {@code key=value}. */
final class HiveKeys {

    private HiveKeys() {}

    /** @param file a path as the user named it, or as it was found below that */
    static Map<String, Optional<String>> of(Path file) {
        var keys = new LinkedHashMap<String, Optional<String>>();
        for (Path folder : file.getParent() == null ? List.<Path>of() : file.getParent()) {
            String name = folder.toString();
            int equals = name.indexOf('=');
            if (equals > 0) {
                var key = new Partition.Key(name.substring(0, equals), name.substring(equals + 1));
                keys.put(key.column(), key.value());
            }
        }
        return keys;
    }

    /** SQL of the value for each file of a scan, by the number that DuckDB gives it. */
    static String sql(List<Optional<String>> values, String type) {
        String list = values.stream()
                .map(value -> value.map(Quoted::literal).orElse("NULL"))
                .collect(Collectors.joining(", ", "CAST([", "] AS VARCHAR[])"));
        return "CAST(list_extract(" + list + ", CAST(file_index AS BIGINT) + 1) AS " + type + ")";
    }

    /** SQL of the value for a whole file. */
    static String sql(Optional<String> value, String type) {
        return "CAST(" + value.map(Quoted::literal).orElse("NULL") + " AS " + type + ")";
    }
}
