package io.duckboard.engine.discovery;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats in which only a log says which files a table is made of. Its folder also has files that were removed or
 * replaced, so reading all of them would give wrong answers.
 */
enum TableFormat {
    DELTA("a Delta", "_delta_log/.*"),
    ICEBERG("an Iceberg", "metadata/[^/]*\\.metadata\\.json(?:\\.gz)?"),
    HUDI("a Hudi", "\\.hoodie/.*"),
    DUCKLAKE("a DuckLake", "ducklake-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.parquet");

    private final String title;
    private final Pattern mark;

    TableFormat(String title, String mark) {
        this.title = title;
        this.mark = Pattern.compile("(?:(.*?)/)?" + mark);
    }

    /** With its article, for a sentence. */
    String title() {
        return title;
    }

    /** The folders of such tables among the paths; the empty path is the lake itself. */
    static Map<String, TableFormat> folders(Collection<String> paths) {
        Map<String, TableFormat> folders = new TreeMap<>();
        for (String path : paths) {
            for (TableFormat format : values()) {
                Matcher mark = format.mark.matcher(path);
                if (mark.matches()) {
                    String folder = mark.group(1) == null ? "" : mark.group(1);
                    // Only DuckLake marks each file, and so also folders of partitions.
                    folders.putIfAbsent(
                            format == DUCKLAKE ? Partition.of(folder + "/x").folder() : folder, format);
                }
            }
        }
        return folders;
    }
}
