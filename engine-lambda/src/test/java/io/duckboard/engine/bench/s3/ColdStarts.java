package io.duckboard.engine.bench.s3;

import io.duckboard.engine.bench.PackagedWorker;
import io.duckboard.engine.bench.network.Pace;
import io.duckboard.engine.bench.network.SlowNetwork;
import io.duckboard.engine.bench.network.Traffic;
import io.duckboard.engine.bench.peer.Engine;
import io.duckboard.engine.bench.peer.Tools;
import io.duckboard.engine.local.ColdStart;
import java.util.Map;

/** Measures from the start of a process to its first answer. */
final class ColdStarts {

    /** Starts a process with these variables for one question. */
    private interface Start {
        /** @return ms */
        double time(Map<String, String> environment, byte[] event) throws Exception;
    }

    private final Month month;
    private final Tools tools;

    ColdStarts(Month month, Tools tools) {
        this.month = month;
        this.tools = tools;
    }

    Party.Outcome worker(Question question, Pace pace) throws Exception {
        return engine(question, pace, ColdStart::ofWorker);
    }

    Party.Outcome packaged(PackagedWorker worker, Question question, Pace pace) throws Exception {
        return engine(question, pace, worker::start);
    }

    /** Python with DuckDB, httpfs, credentials and the question. */
    Party.Outcome bare(Question question, Pace pace) throws Exception {
        long start = System.nanoTime();
        try (Party bare = Party.start(Role.DUCKDB, month, tools, pace)) {
            Party.Outcome outcome = bare.ask(question);
            return new Party.Outcome((outcome.at() - start) / 1e6, outcome.at(), outcome.traffic());
        }
    }

    private Party.Outcome engine(Question question, Pace pace, Start start) throws Exception {
        try (SlowNetwork network = month.network()) {
            network.setPace(pace);
            double milliseconds =
                    start.time(month.environment(network), Engine.event(question.sql(), question.limit()));
            long end = System.nanoTime();
            Traffic traffic = network.take();
            return new Party.Outcome(milliseconds, end, traffic);
        }
    }
}
