package io.duckboard.client.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small partitions go together where all calls share the cores of one machine, and nowhere else. */
class BatchingTest {

    private static final long LARGE = 128_000_000;

    private final Batching two = Batching.of(OptionalInt.of(2));

    @Test
    void givesEachPartitionItsCallWhereEachCallHasCores() {
        List<Partition> partitions = List.of(part("a", 1), part("b", 1), part("c", 1));

        assertThat(Batching.of(OptionalInt.empty()).of(partitions))
                .containsExactly(List.of(partitions.get(0)), List.of(partitions.get(1)), List.of(partitions.get(2)));
    }

    @Test
    void givesAllCallsAboutAsMuchToRead() {
        Partition much = part("much", 50);

        assertThat(two.of(List.of(part("a", 20), much, part("b", 20), part("c", 15))))
                .containsExactlyInAnyOrder(List.of(much), List.of(part("a", 20), part("b", 20), part("c", 15)));
    }

    @Test
    void leavesNoneOutAndTakesNoneTwice() {
        List<Partition> partitions =
                IntStream.range(0, 365).mapToObj(day -> part("d=" + day, day)).toList();

        assertThat(two.of(partitions))
                .hasSizeGreaterThanOrEqualTo(365 / 32)
                .allSatisfy(batch -> assertThat(batch).isNotEmpty())
                .satisfies(batches -> assertThat(batches.stream().flatMap(List::stream))
                        .containsExactlyInAnyOrderElementsOf(partitions));
    }

    @Test
    void leavesWhatIsLargeAlone() {
        Partition large = part("large", LARGE);
        Partition unknown = new Partition("unknown", List.of("unknown/*"));

        assertThat(two.of(List.of(large, part("a", 1), part("b", 1), part("c", 1), unknown)))
                .contains(List.of(large), List.of(unknown))
                .hasSize(4);
    }

    @Test
    void hasMoreCallsThanWorkersIfThatIsTooMuchForOne() {
        List<Partition> partitions = IntStream.range(0, 12)
                .mapToObj(day -> part("d=" + day, LARGE / 3))
                .toList();

        assertThat(two.of(partitions)).hasSize(4);
    }

    private static Partition part(String name, long bytes) {
        return new Partition(name, List.of("lake/" + name + "/*"), OptionalLong.of(bytes));
    }
}
