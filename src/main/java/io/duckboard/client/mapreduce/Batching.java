package io.duckboard.client.mapreduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/**
 * Which partitions one call is asked about. Where all calls share the cores of one machine, the fixed cost of each call
 * delays the others, so small partitions go together.
 *
 * @param calls how many calls there are, unless the partitions are too large or too many for that
 */
public record Batching(int calls) {

    /** A call reads this much in about a second, of the minute that it may take. */
    private static final long MOST_BYTES = 128_000_000;

    /** Far fewer than the nested statements that DuckDB parses. */
    private static final int MOST_PARTITIONS = 32;

    /** @param shared how many workers all calls share; if absent, each call has cores of its own */
    public static Batching of(OptionalInt shared) {
        return new Batching(shared.orElse(Integer.MAX_VALUE));
    }

    /** Each partition is in one batch. Those that are large, or of which nobody knows the size, are alone. */
    List<List<Partition>> of(List<Partition> partitions) {
        List<Partition> small = partitions.stream().filter(Batching::isSmall).toList();
        if (small.size() <= calls) {
            return partitions.stream().map(List::of).toList();
        }
        var batches = new ArrayList<List<Partition>>();
        partitions.stream()
                .filter(partition -> !isSmall(partition))
                .map(List::of)
                .forEach(batches::add);
        dealt(small).forEach(batch -> batches.add(batch.partitions));
        return batches;
    }

    private static boolean isSmall(Partition partition) {
        return partition.bytes().orElse(MOST_BYTES) < MOST_BYTES;
    }

    /** The largest first, each to the batch that has least. */
    private List<Batch> dealt(List<Partition> small) {
        long bytes = small.stream().mapToLong(Batching::bytes).sum();
        long fewest = Math.max(Math.ceilDiv(bytes, MOST_BYTES), Math.ceilDiv(small.size(), MOST_PARTITIONS));
        var batches = new PriorityQueue<Batch>(Comparator.comparingLong(batch -> batch.bytes));
        for (long batch = 0; batch < Math.max(calls, fewest); batch++) {
            batches.add(new Batch());
        }
        for (Partition partition : small.stream()
                .sorted(Comparator.comparingLong(Batching::bytes).reversed())
                .toList()) {
            Batch least = batches.remove();
            least.add(partition);
            batches.add(least);
        }
        return batches.stream().filter(batch -> !batch.partitions.isEmpty()).collect(Collectors.toList());
    }

    private static long bytes(Partition partition) {
        return partition.bytes().orElseThrow();
    }

    private static final class Batch {

        private final List<Partition> partitions = new ArrayList<>();
        private long bytes;

        void add(Partition partition) {
            partitions.add(partition);
            bytes += bytes(partition);
        }
    }
}
