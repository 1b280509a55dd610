package io.duckboard.engine.local;

import io.duckboard.engine.protocol.CallerId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Decides who may have a worker, and who gets the next one. Callers take turns, and the calls of one caller are served
 * in order of arrival. The last worker is reserved for a caller that has none, so one caller never holds them all.
 */
final class Turns {

    private final int most;
    private int held;
    private final Map<CallerId, Integer> heldBy = new HashMap<>();

    /** In the order of their turns: a caller that has had a turn goes to the end. */
    private final SequencedMap<CallerId, Queue<Turn>> waiting = new LinkedHashMap<>();

    /** @param most the number of turns at once, at least 2 */
    Turns(int most) {
        this.most = most;
    }

    /** A place in the queue, or a turn at once. The caller closes it. */
    synchronized Turn ask(CallerId caller) {
        Turn turn = new Turn(caller);
        waiting.computeIfAbsent(caller, _ -> new ArrayDeque<>()).add(turn);
        grant();
        return turn;
    }

    synchronized int held() {
        return held;
    }

    synchronized int waiting() {
        return waiting.values().stream().mapToInt(Queue::size).sum();
    }

    private void grant() {
        for (var next = next(); next.isPresent(); next = next()) {
            grant(next.get().getKey(), next.get().getValue());
        }
    }

    private Optional<Map.Entry<CallerId, Queue<Turn>>> next() {
        return waiting.entrySet().stream()
                .filter(calls -> mayHoldOneMore(calls.getKey()))
                .findFirst();
    }

    private boolean mayHoldOneMore(CallerId caller) {
        int free = most - held;
        return free > 1 || (free == 1 && !heldBy.containsKey(caller));
    }

    private void grant(CallerId caller, Queue<Turn> calls) {
        waiting.remove(caller);
        Turn turn = calls.remove();
        if (!calls.isEmpty()) {
            waiting.put(caller, calls);
        }
        held++;
        heldBy.merge(caller, 1, Integer::sum);
        turn.come.countDown();
    }

    private synchronized void end(Turn turn) {
        if (turn.over) {
            return;
        }
        turn.over = true;
        if (turn.hasCome()) {
            held--;
            heldBy.computeIfPresent(turn.caller, (_, turns) -> turns == 1 ? null : turns - 1);
            grant();
        } else {
            waiting.computeIfPresent(turn.caller, (_, calls) -> calls.remove(turn) && calls.isEmpty() ? null : calls);
        }
    }

    /** The turn of one call. The call first awaits it, and then holds it until it is closed. */
    final class Turn implements AutoCloseable {

        private final CallerId caller;
        private final CountDownLatch come = new CountDownLatch(1);
        private boolean over;

        private Turn(CallerId caller) {
            this.caller = caller;
        }

        /** @return false if the turn does not come in time */
        boolean await(Duration longest) throws InterruptedException {
            return come.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        }

        boolean hasCome() {
            return come.getCount() == 0;
        }

        /** Gives up the worker, or the place in the queue. May be called more than once. */
        @Override
        public void close() {
            end(this);
        }
    }
}
