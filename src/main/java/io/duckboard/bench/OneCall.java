package io.duckboard.bench;

import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.mapreduce.TripsByZone;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.Request;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes one call of the engine, on the file that holds the whole month. */
public record OneCall(QueryEngine engine) implements Mode {

    static final int MOST_ZONES = 10_000;

    @Override
    public String name() {
        return "one call";
    }

    @Override
    public List<List<String>> tripsByZone() {
        return texts(rows(TripsByZone.SINGLE));
    }

    @Override
    public long trips() {
        return Long.parseLong(
                texts(rows("SELECT COUNT(*) FROM trips")).getFirst().getFirst());
    }

    private List<List<@Nullable Object>> rows(String sql) {
        return switch (engine.ask(Request.Query.of(sql).limit(MOST_ZONES))) {
            case QueryOutcome.Answered(var answer, var roundTrip, var _) -> answer.rows();
            case QueryOutcome.Failed(var problem) ->
                throw new FailureException(problem.failure().after("One call failed: "));
            case QueryOutcome.Unreachable(var failure) -> throw new FailureException(failure);
            case QueryOutcome.Limited(var failure, var _) -> throw new FailureException(failure);
        };
    }

    static List<List<String>> texts(List<List<@Nullable Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Objects::toString).toList())
                .toList();
    }
}
