package io.duckboard.benchmark;

import io.duckboard.mapreduce.MapReduce;
import io.duckboard.mapreduce.MapReduceException;
import io.duckboard.mapreduce.MapReducePlan;
import io.duckboard.mapreduce.MapReduceProgress;
import io.duckboard.mapreduce.MapTemplate;
import io.duckboard.mapreduce.Partitions;
import io.duckboard.mapreduce.TripsByZone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of the engine for each day, and one that adds up. */
public record ByMapReduce(MapReduce mapReduce, Partitions partitions) implements Mode {

    private static final String ALL_DAYS = "partitioned/date=*";

    @Override
    public String name() {
        return "map-reduce";
    }

    @Override
    public List<List<String>> tripsByZone() throws BenchmarkException {
        return OneCall.texts(rows(TripsByZone.MAP, TripsByZone.REDUCE, TripsByZone.OVER));
    }

    @Override
    public long trips() throws BenchmarkException {
        List<List<@Nullable Object>> rows =
                rows("SELECT COUNT(*) AS n FROM {part}", "SELECT SUM(n)::BIGINT AS n FROM parts", ALL_DAYS);
        return Long.parseLong(OneCall.texts(rows).getFirst().getFirst());
    }

    private List<List<@Nullable Object>> rows(String map, String reduce, String over) throws BenchmarkException {
        try {
            var plan = new MapReducePlan(new MapTemplate(map), reduce, partitions.matching(over), OneCall.MOST_ZONES);
            return mapReduce.run(plan, MapReduceProgress.NONE).answer().rows();
        } catch (MapReduceException e) {
            throw new BenchmarkException(String.valueOf(e.getMessage()), e.hint(), e);
        }
    }
}
