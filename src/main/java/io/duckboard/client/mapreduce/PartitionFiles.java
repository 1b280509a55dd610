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
            Map<String, Partition> found = found(some);
            some.forEach(partition -> exact.add(found.getOrDefault(partition.name(), partition)));
        }
        return exact;
    }

    /** Returns those that the catalog has, by their names. */
    private Map<String, Partition> found(List<Partition> partitions) {
        String folders = partitions.stream()
                .filter(partition -> !partition.isFile())
                .map(partition -> Quoted.literal(partition.name()))
                .collect(Collectors.joining(", "));
        if (folders.isEmpty()) {
            return Map.of();
        }
        // If two tables have files in the folder, only one table's files should count: a partition belongs to one
        // table.
        String sql = "SELECT folder, f.path, max(p.bytes) AS bytes FROM (SELECT *, regexp_replace(path, '/[^/]*$', '')"
                + " AS folder FROM lake.files WHERE place = 'lake' AND folder IN (" + folders + ")) f"
                + " LEFT JOIN lake.partitions p ON p.table_name = f.table_name AND ends_with(folder, p.partition)"
                + " GROUP BY ALL ORDER BY f.path";
        var found = new HashMap<String, Partition>();
        for (AnswerRow row : lookup.rows(
                Request.Query.of(sql).limit(Integer.MAX_VALUE), "The files of the partitions cannot be found")) {
            String folder = row.text("folder");
            found.merge(
                    folder,
                    new Partition(folder, List.of(lake + row.text("path")), row.optionalCount("bytes")),
                    Partition::and);
        }
        return found;
    }
}
