package io.duckboard.engine.bench.s3;

import io.duckboard.engine.bench.network.Pace;
import io.duckboard.engine.bench.network.SlowNetwork;
import io.duckboard.engine.bench.network.Traffic;
import io.duckboard.engine.bench.peer.BareDuckDb;
import io.duckboard.engine.bench.peer.Engine;
import io.duckboard.engine.bench.peer.Peer;
import io.duckboard.engine.bench.peer.PythonHandler;
import io.duckboard.engine.bench.peer.Tools;
import java.io.IOException;
import java.util.function.Function;

/** A peer with the network that it alone uses. */
record Party(Peer peer, Function<Question, String> sql, SlowNetwork network) implements AutoCloseable {

    /** @param at when the answer was there, by System.nanoTime */
    record Outcome(double milliseconds, long at, Traffic traffic) {

        /** The part of the traffic that was over before the answer was there. */
        Traffic waited() {
            return traffic.until(at);
        }
    }

    static Party start(Role role, Month month, Tools tools, Pace pace) throws Exception {
        SlowNetwork network = month.network();
        network.setPace(pace);
        var environment = month.environment(network);
        return switch (role) {
            case ENGINE -> new Party(Engine.start(environment), Question::sql, network);
            case PYTHON -> new Party(PythonHandler.start(tools, environment), month::inArticle, network);
            case DUCKDB -> new Party(BareDuckDb.start(tools, environment), month::inLake, network);
        };
    }

    Outcome ask(Question question) throws Exception {
        String text = sql.apply(question);
        network.take();
        Peer.Answered answered = peer.ask(text, question.limit());
        return new Outcome(answered.milliseconds(), answered.at(), network.take());
    }

    @Override
    public void close() throws IOException {
        peer.close();
        network.close();
    }
}
