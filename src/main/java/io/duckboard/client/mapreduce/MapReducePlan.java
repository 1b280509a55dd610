package io.duckboard.client.mapreduce;

import java.util.List;

/**
 * The queries of a map-reduce.
 *
 * @param map the query that runs on every partition
 * @param reduce the query that reads table {@code parts}, which holds all answers of the map
 * @param partitions at least one
 * @param limit the maximum number of rows in the answer
 */
public record MapReducePlan(MapTemplate map, String reduce, List<Partition> partitions, int limit) {

    /** @throws IllegalArgumentException with a sentence, if the map has no place for a partition's files */
    public MapReducePlan {
        partitions = List.copyOf(partitions);
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("There are no partitions");
        }
        partitions.forEach(map::of);
    }
}
