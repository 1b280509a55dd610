package io.duckboard.client.mapreduce;

import java.util.List;

/**
 * What is to be asked.
 *
 * @param map of every partition
 * @param reduce reads table {@code parts}, all that the map answered
 * @param partitions at least one
 * @param limit rows of the answer, at most
 */
public record MapReducePlan(MapTemplate map, String reduce, List<Partition> partitions, int limit) {

    /** @throws IllegalArgumentException with a sentence, if the map has no room for a partition's files */
    public MapReducePlan {
        partitions = List.copyOf(partitions);
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("There are no partitions");
        }
        partitions.forEach(map::of);
    }
}
