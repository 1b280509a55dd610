package io.duckboard.engine.bench.s3;

import io.duckboard.engine.bench.PackagedWorker;
import io.duckboard.engine.bench.network.Pace;
import io.duckboard.engine.bench.peer.Tools;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Asks all roles in turns, so that other load on the machine affects all of them alike. */
final class Rounds implements AutoCloseable {

    /** Calls after which a JVM has compiled what a call takes. */
    private static final int WARMUP = 100;

    /** Calls after which a process knows the files of a question. */
    private static final int FIRST_CALLS = 3;

    private static final int HEAVY_ROUNDS = 3;

    private final Month month;
    private final Tools tools;
    private final PackagedWorker packaged;
    private final int repeats;
    private final Map<Role, Party> warm = new EnumMap<>(Role.class);

    /** @param repeats of a warm call; what takes a fresh process is repeated a third as often */
    Rounds(Month month, Tools tools, PackagedWorker packaged, int repeats) {
        this.month = month;
        this.tools = tools;
        this.packaged = packaged;
        this.repeats = repeats;
    }

    Comparison measure(Line line, Pace pace) throws Exception {
        return switch (line.kind()) {
            case WARM -> warm(line.question(), pace, FIRST_CALLS, repeats);
            case HEAVY -> warm(line.question(), pace, 1, HEAVY_ROUNDS);
            case FRESH -> fresh(line.question(), pace);
            case START, PACKAGE -> start(line, pace);
        };
    }

    private Comparison warm(Question question, Pace pace, int firstCalls, int rounds) throws Exception {
        for (Role role : Role.values()) {
            for (int call = 0; call < firstCalls; call++) {
                warm(role, pace).ask(question);
            }
        }
        var comparison = new Comparison();
        for (int round = 0; round < rounds; round++) {
            for (Role role : Role.values()) {
                comparison.add(role, warm(role, pace).ask(question));
            }
        }
        return comparison;
    }

    private Party warm(Role role, Pace pace) throws Exception {
        Party party = warm.get(role);
        if (party == null) {
            party = Party.start(role, month, tools, Pace.UNLIMITED);
            warm.put(role, party);
            for (int call = 0; call < WARMUP; call++) {
                party.ask(Question.COUNT);
            }
        }
        party.network().setPace(pace);
        return party;
    }

    private Comparison fresh(Question question, Pace pace) throws Exception {
        var comparison = new Comparison();
        for (int round = 0; round < Math.ceilDiv(repeats, 3); round++) {
            for (Role role : Role.values()) {
                try (Party party = Party.start(role, month, tools, pace)) {
                    party.ask(Question.ONE);
                    comparison.add(role, party.ask(question));
                }
            }
        }
        return comparison;
    }

    private Comparison start(Line line, Pace pace) throws Exception {
        var starts = new ColdStarts(month, tools);
        var comparison = new Comparison();
        for (int round = 0; round < Math.ceilDiv(repeats, 3); round++) {
            comparison.add(
                    Role.ENGINE,
                    line.kind() == Line.Kind.START
                            ? starts.worker(line.question(), pace)
                            : starts.packaged(packaged, line.question(), pace));
            comparison.add(Role.DUCKDB, starts.bare(line.question(), pace));
        }
        return comparison;
    }

    @Override
    public void close() throws IOException {
        for (Party party : warm.values()) {
            party.close();
        }
    }
}
