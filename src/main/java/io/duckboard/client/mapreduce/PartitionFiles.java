package io.duckboard.client.mapreduce;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.sql.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the files that the lake's catalog has in a folder. After a reload the old files stay beside the new ones for as
 * long as a query may read them, so counting every file in the folder would count rows twice.
 */
final class PartitionFiles {

    /** How many folders are asked about at once, so that the query stays below the size that an engine accepts. */
    private static final int AT_ONCE = 1_000;

    private final Lookup lookup;
    private final String lake;

    /** @param lake the lake's prefix, with the slash */
    PartitionFiles(Lookup lookup, String lake) {
        this.lookup = lookup;
        this.lake = lake;
    }

    /**
     * Returns the same partitions with the catalog's files. Partitions that no table has stay as they are.
     *
     * @throws MapReduceException if the engine does not answer
     */
    List<Partition> exact(List<Partition> partitions) {
        var exact = new ArrayList<Partition>();
        for (int from = 0; from < partitions.size(); from += AT_ONCE) {
            List<Partition> some = partitions.subList(from, Math.min(from + AT_ONCE, partitions.size()));
            Map<String, List<String>> files = files(some);
            for (Partition partition : some) {
                exact.add(new Partition(partition.name(), files.getOrDefault(partition.name(), partition.files())));
            }
        }
        return exact;
    }

    /** Returns the files by the names of their folders. */
    private Map<String, List<String>> files(List<Partition> partitions) {
        String folders = partitions.stream()
                .filter(partition -> !partition.isFile())
                .map(partition -> Quoted.literal(partition.name()))
                .collect(Collectors.joining(", "));
        if (folders.isEmpty()) {
            return Map.of();
        }
        // If two tables have files in the folder, only one table's files should count: a partition belongs to one
        // table.
        String sql = "SELECT DISTINCT regexp_replace(path, '/[^/]*$', '') AS folder, path FROM lake.files "
                + "WHERE place = 'lake' AND folder IN (" + folders + ") ORDER BY path";
        var files = new HashMap<String, List<String>>();
        for (AnswerRow row : lookup.rows(
                Request.Query.of(sql).limit(Integer.MAX_VALUE), "The files of the partitions cannot be found")) {
            files.computeIfAbsent(row.text("folder"), folder -> new ArrayList<>())
                    .add(lake + row.text("path"));
        }
        return files;
    }
}
