package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.Turns.Turn;
import io.duckboard.engine.protocol.CallerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Turns stay fair, whatever callers do in whatever order. A failure can be replayed by its seed. */
class TurnsInAnyOrderTest {

    private static final int STEPS = 200;

    private final List<CallerId> callers =
            Stream.of("ann", "ben", "cleo", "dan").map(CallerId::new).toList();
    private final Map<CallerId, List<Turn>> held = new HashMap<>();
    private final Map<CallerId, List<Turn>> waiting = new HashMap<>();

    /** The turns of others since a caller without a turn began to wait. */
    private final Map<CallerId, Map<CallerId, Integer>> passedOver = new HashMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsItsPromises(long seed) {
        var random = new Random(seed);
        int most = 2 + random.nextInt(4);
        var turns = new Turns(most);
        callers.forEach(this::begin);

        for (int step = 0; step < STEPS; step++) {
            CallerId caller = callers.get(random.nextInt(callers.size()));
            switch (random.nextInt(5)) {
                case 0, 1 -> of(waiting, caller).add(turns.ask(caller));
                case 2, 3 -> close(random, of(held, caller));
                default -> close(random, of(waiting, caller));
            }
            takeNote();
            assertThat(all(held)).as("held").hasSizeLessThanOrEqualTo(most);
            for (CallerId each : callers) {
                assertThat(of(held, each)).as("held by one").hasSizeLessThan(most);
                assertThat(mayHaveOne(each, most)).as("waits for what is free").isFalse();
                assertThat(of(passedOver, each).values())
                        .as("passed over")
                        .allMatch(turnsOfAnother -> turnsOfAnother <= 1);
            }
        }

        callers.forEach(caller -> of(waiting, caller).forEach(Turn::close));
        callers.forEach(caller -> of(held, caller).forEach(Turn::close));
        assertThat(IntStream.range(0, most).mapToObj(_ -> turns.ask(callers.getFirst())))
                .as("nothing is left behind")
                .filteredOn(Turn::hasCome)
                .hasSize(most - 1);
    }

    private void begin(CallerId caller) {
        held.put(caller, new ArrayList<>());
        waiting.put(caller, new ArrayList<>());
        passedOver.put(caller, new HashMap<>());
    }

    /** Turns that have come are held from now on. The turns of one caller must come in the order of its requests. */
    private void takeNote() {
        for (CallerId caller : callers) {
            List<Turn> queue = of(waiting, caller);
            List<Turn> come = queue.stream().takeWhile(Turn::hasCome).toList();
            assertThat(queue.stream().skip(come.size())).as("order of arrival").noneMatch(Turn::hasCome);
            queue.removeAll(come);
            of(held, caller).addAll(come);
            if (!come.isEmpty()) {
                callers.forEach(other -> of(passedOver, other).merge(caller, come.size(), Integer::sum));
            }
        }
        callers.stream()
                .filter(caller ->
                        of(waiting, caller).isEmpty() || !of(held, caller).isEmpty())
                .forEach(caller -> of(passedOver, caller).clear());
    }

    private boolean mayHaveOne(CallerId caller, int most) {
        long free = most - all(held).count();
        boolean lastMayBeIts = of(held, caller).isEmpty();
        return !of(waiting, caller).isEmpty() && (free > 1 || (free == 1 && lastMayBeIts));
    }

    private static void close(Random random, List<Turn> turns) {
        if (!turns.isEmpty()) {
            turns.remove(random.nextInt(turns.size())).close();
        }
    }

    private static Stream<Turn> all(Map<CallerId, List<Turn>> turns) {
        return turns.values().stream().flatMap(List::stream);
    }

    private static <T> T of(Map<CallerId, T> map, CallerId caller) {
        T value = map.get(caller);
        if (value == null) {
            throw new IllegalStateException("Nobody of that name takes part: " + caller.id());
        }
        return value;
    }
}
