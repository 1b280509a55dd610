package io.duckboard.engine.protocol;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tables of a lake and the exact files they are made of: {@code catalog.json}, swapped last by whoever
 * publishes, so that a reader sees the old tables or the new ones and nothing between.
 */
public record Catalog(List<Table> tables) {

    public static final String FILE = "catalog.json";

    /** The layout of catalog.json that this code reads and writes. */
    public static final int FORMAT = 1;

    public Catalog {
        tables = List.copyOf(tables);
    }

    /** Where a table comes from: loaded data, a small table to join with, or built by the transform. */
    public enum Kind {
        DATASET,
        REFERENCE,
        MODEL
    }

    /**
     * @param files paths below the lake or its workspace, with {@code /} between
     * @param partitionColumns hive partition columns, whose values stand in the paths
     * @param rows in all files together
     * @param builtFrom the tables it was computed from
     */
    public record Table(
            String name,
            Kind kind,
            List<File> files,
            List<String> partitionColumns,
            List<Field> columns,
            long rows,
            Instant builtAt,
            List<String> builtFrom) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

        public Table {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("Not a table name: '" + name + "'");
            }
            files = List.copyOf(files);
            partitionColumns = List.copyOf(partitionColumns);
            columns = List.copyOf(columns);
            builtFrom = List.copyOf(builtFrom);
        }

        public long bytes() {
            return files.stream().mapToLong(File::bytes).sum();
        }
    }

    /** Where a file lies: the workspace is apart from the lake where the lake cannot be written. */
    public enum Place {
        LAKE,
        WORKSPACE
    }

    /** @param version the ETag on S3, the modification time in a folder: tells whether others changed the file */
    public record File(String path, long bytes, String version, Place place) {
        private static final Pattern PATH = Pattern.compile("[\\w=.+-]+(/[\\w=.+-]+)*");

        public File {
            if (!isPath(path)) {
                throw new IllegalArgumentException("Not a path below the lake: '" + path + "'");
            }
        }

        /** In the lake itself. */
        public File(String path, long bytes, String version) {
            this(path, bytes, version, Place.LAKE);
        }

        /** Whether a catalog can name it: plain characters, and nothing that leads out of the lake. */
        public static boolean isPath(String path) {
            return PATH.matcher(path).matches() && !path.contains("..");
        }
    }

    /** A column of a table; {@code description} may be empty. */
    public record Field(String name, String type, String description) {}
}
