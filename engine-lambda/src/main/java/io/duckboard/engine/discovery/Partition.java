package io.duckboard.engine.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A folder that holds files of a table, by its hive partition: {@code sales/year=2024/month=01} is the partition with
 * two keys of the table's folder {@code sales}.
 *
 * @param folder the table's folder, without a slash at the end; empty for the lake itself
 */
public record Partition(String folder, List<Key> keys) {

    public Partition {
        keys = List.copyOf(keys);
    }

    /**
     * One level of a partition.
     *
     * @param name as it is in the path
     * @param text the value as it is in the path
     */
    public record Key(String name, String text) {

        /** The name of the column. */
        public String column() {
            return Percent.decoded(name);
        }

        /** The value; empty for NULL. Hive and DuckDB encode characters as {@code %20} does a blank. */
        public Optional<String> value() {
            return text.equals("__HIVE_DEFAULT_PARTITION__") || text.equalsIgnoreCase("NULL")
                    ? Optional.empty()
                    : Optional.of(Percent.decoded(text));
        }

        /** Whether DuckDB reads the same value from the path. It takes a second {@code =} for no partition. */
        public boolean isPlain() {
            return !text.contains("=");
        }
    }

    /** The type that holds every value of a key as it is written. A leading zero says that it is text. */
    public static String type(Collection<Optional<String>> values) {
        return PartitionColumns.type(values);
    }

    /** @param path of a file, below the lake */
    public static Partition of(String path) {
        List<String> segments = List.of(path.split("/", -1));
        int folders = segments.size() - 1;
        while (folders > 0 && segments.get(folders - 1).indexOf('=') > 0) {
            folders--;
        }
        var keys = new ArrayList<Key>();
        for (String segment : segments.subList(folders, segments.size() - 1)) {
            int equals = segment.indexOf('=');
            keys.add(new Key(segment.substring(0, equals), segment.substring(equals + 1)));
        }
        return new Partition(String.join("/", segments.subList(0, folders)), keys);
    }
}
