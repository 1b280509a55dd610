package io.duckboard.lake.ownership;

import io.duckboard.lake.ownership.Action.Cancel.Of;
import io.duckboard.lake.ownership.Action.Kill.Work;
import java.util.List;
import java.util.Random;

/** Something that a user does to a lake. */
sealed interface Action {

    /** The engine that is called. */
    enum Engine {
        WARM,
        COLD
    }

    record Query(Engine engine) implements Action {}

    record Export(Engine engine, String extension) implements Action {}

    /** Cancels work, as Ctrl-C does. */
    record Cancel(Of what) implements Action {
        enum Of {
            QUERY,
            EXPORT,
            /** Work that has just ended by itself, so that the cancellation takes less than a second. */
            ENDED
        }
    }

    /** @param traces the number of traces after which the process is killed */
    record Kill(Work work, int traces) implements Action {
        /** The number of traces that the work leaves if it is not killed, or fewer. */
        enum Work {
            LOAD(60),
            ADD(8),
            TRANSFORM(25),
            EXPORT(5);

            private final int most;

            Work(int most) {
                this.most = most;
            }
        }

        private static Kill draw(Random random) {
            Work work = Work.values()[random.nextInt(Work.values().length)];
            return new Kill(work, random.nextInt(work.most) + 1);
        }
    }

    record Ls() implements Action {}

    record Add(String table, int rows) implements Action {}

    record Refresh(List<String> options) implements Action {}

    /** @param table the number of the table among the existing ones */
    record Rm(int table) implements Action {}

    record Populate(int rows) implements Action {}

    record Transform(int value) implements Action {}

    /**
     * Somebody else overwrites a file of Duckboard's, which belongs to them from then on, or adds a file if there is
     * none.
     */
    record Overwrite(int file) implements Action {}

    private static Engine engine(Random random) {
        return random.nextInt(3) == 0 ? Engine.COLD : Engine.WARM;
    }

    static Action drawReading(Random random) {
        return random.nextInt(3) == 0 ? new Ls() : new Query(engine(random));
    }

    static Action draw(Random random) {
        return switch (random.nextInt(32)) {
            case 0, 1, 2 -> new Query(engine(random));
            case 3, 4, 5, 6 ->
                new Export(engine(random), List.of("csv", "parquet", "jsonl").get(random.nextInt(3)));
            case 7, 8, 9 -> new Cancel(Of.ENDED);
            case 10 -> new Cancel(random.nextBoolean() ? Of.QUERY : Of.EXPORT);
            case 11, 12 -> Kill.draw(random);
            case 13, 14 -> new Ls();
            case 15, 16, 17 -> new Add(random.nextBoolean() ? "rides" : "x", random.nextInt(1, 9));
            case 18, 19, 20, 21 -> new Refresh(random.nextInt(4) == 0 ? List.of("--prune") : List.of());
            case 22, 23, 24 -> new Rm(random.nextInt(100));
            case 25, 26 -> new Populate(random.nextInt(200, 400));
            case 27, 28, 29 -> new Transform(random.nextInt(100));
            default -> new Overwrite(random.nextInt(100));
        };
    }
}
