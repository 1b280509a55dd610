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
 * The files that the lake's catalog has in a folder. After a reload the old ones lie beside them for as long as a query
 * may read them, and all that lie there would count twice.
 */
final class PartitionFiles {

    /** Of folders asked about at once, so that the question stays below the size an engine takes. */
    private static final int AT_ONCE = 1_000;

    private final Lookup lookup;
    private final String lake;

    /** @param lake its prefix, with the slash */
    PartitionFiles(Lookup lookup, String lake) {
        this.lookup = lookup;
        this.lake = lake;
    }

    /**
     * The same partitions with the catalog's files; those no table has, as they are.
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

    /** By their folders' names. */
    private Map<String, List<String>> files(List<Partition> partitions) {
        String folders = partitions.stream()
                .filter(partition -> !partition.isFile())
                .map(partition -> Quoted.literal(partition.name()))
                .collect(Collectors.joining(", "));
        if (folders.isEmpty()) {
            return Map.of();
        }
        // One table's files, should two have files there: a partition is of one table.
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
