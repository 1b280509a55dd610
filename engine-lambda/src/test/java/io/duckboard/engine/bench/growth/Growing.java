package io.duckboard.engine.bench.growth;

import io.duckboard.engine.bench.Samples;
import io.duckboard.engine.bench.network.Pace;
import io.duckboard.engine.bench.network.SlowNetwork;
import io.duckboard.engine.bench.peer.BareDuckDb;
import io.duckboard.engine.bench.peer.Engine;
import io.duckboard.engine.bench.peer.FailedAnswer;
import io.duckboard.engine.bench.peer.Peer;
import io.duckboard.engine.bench.peer.Tools;
import io.duckboard.engine.testing.S3Server;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks both for the average fare by zone, in turns, of larger and larger lakes. */
final class Growing {

    private static final String AVERAGE_FARE =
            "SELECT pickup_location_id, round(avg(fare_amount), 2) AS fare FROM trips"
                    + " GROUP BY ALL ORDER BY pickup_location_id";
    private static final int LIMIT = 300;

    private final Months months;
    private final S3Server server;
    private final Tools tools;

    Growing(Months months, S3Server server, Tools tools) {
        this.months = months;
        this.server = server;
        this.tools = tools;
    }

    /** Adds a size to each of {@code grown}, of one place. */
    void measure(List<Growth> grown, int count, int rounds) throws Exception {
        switch (grown.getFirst().place()) {
            case FOLDER -> folder(grown, count, rounds);
            case S3 -> bucket(grown, count, rounds);
        }
    }

    private void folder(List<Growth> grown, int count, int rounds) throws Exception {
        String lake = months.folder(count).toString();
        try (Peer engine = Engine.start(Map.of("DUCKBOARD_LAKE", lake));
                Peer bare = BareDuckDb.start(tools, Map.of())) {
            ask(Who.ENGINE, engine, lake, count);
            ask(Who.DUCKDB, bare, lake, count);
            var ours = new Samples();
            var theirs = new Samples();
            for (int round = 0; round < rounds; round++) {
                ours.add(ask(Who.ENGINE, engine, lake, count));
                theirs.add(ask(Who.DUCKDB, bare, lake, count));
            }
            for (Growth growth : grown) {
                growth.sizes()
                        .add(
                                switch (growth.who()) {
                                    case ENGINE -> new Growth.Size(count, ours, PeakMemory.megabytes(engine.pid()));
                                    case DUCKDB -> new Growth.Size(count, theirs, PeakMemory.megabytes(bare.pid()));
                                });
            }
        }
    }

    private void bucket(List<Growth> grown, int count, int rounds) throws Exception {
        String lake = "s3://" + months.bucket(count);
        for (Growth growth : grown) {
            try {
                growth.sizes().add(firstTouches(growth.who(), lake, count, rounds));
            } catch (FailedAnswer failed) {
                growth.failures().add(count + " months: " + failed.code());
            }
        }
    }

    private Growth.Size firstTouches(Who who, String lake, int count, int rounds) throws Exception {
        var times = new Samples();
        double peak = 0;
        for (int round = 0; round < rounds; round++) {
            try (var network = new SlowNetwork(server.port());
                    Peer peer = start(who, lake, network)) {
                peer.ask("SELECT 1", 1);
                network.setPace(Pace.OF_S3);
                times.add(ask(who, peer, lake, count));
                peak = Math.max(peak, PeakMemory.megabytes(peer.pid()));
            }
        }
        return new Growth.Size(count, times, peak);
    }

    private Peer start(Who who, String lake, SlowNetwork network) throws IOException {
        var environment = new HashMap<>(S3Server.environment(network.endpoint()));
        environment.put("DUCKBOARD_LAKE", lake);
        environment.put("DUCKBOARD_HTTPFS", tools.httpfs().toString());
        return switch (who) {
            case ENGINE -> Engine.start(environment);
            case DUCKDB -> BareDuckDb.start(tools, environment);
        };
    }

    private static double ask(Who who, Peer peer, String lake, int count) throws Exception {
        String sql = switch (who) {
            case ENGINE -> AVERAGE_FARE;
            case DUCKDB -> AVERAGE_FARE.replace("FROM trips", "FROM " + Months.parquet(lake, count));
        };
        return peer.ask(sql, LIMIT).milliseconds();
    }
}
