package io.duckboard.bench;

import io.duckboard.client.mapreduce.MapReduce;
import io.duckboard.client.mapreduce.MapReducePlan;
import io.duckboard.client.mapreduce.MapReduceProgress;
import io.duckboard.client.mapreduce.MapTemplate;
import io.duckboard.client.mapreduce.Partition;
import io.duckboard.client.mapreduce.Partitions;
import io.duckboard.client.mapreduce.TripsByZone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls the engine once for each day, and once more to add up the results. The files of each day are looked up only
 * once, as when somebody plans such a query.
 */
public record ByMapReduce(MapReduce mapReduce, List<Partition> tenDays, List<Partition> allDays) implements Mode {

    private static final String ALL_DAYS = "partitioned/date=*";

    /** @throws FailureException if the lake has no such days */
    public static ByMapReduce over(Partitions partitions, MapReduce mapReduce) {
        return new ByMapReduce(mapReduce, partitions.matching(TripsByZone.OVER), partitions.matching(ALL_DAYS));
    }

    @Override
    public String name() {
        return "map-reduce";
    }

    @Override
    public List<List<String>> tripsByZone() {
        return OneCall.texts(rows(TripsByZone.MAP, TripsByZone.REDUCE, tenDays));
    }

    @Override
    public long trips() {
        List<List<@Nullable Object>> rows =
                rows("SELECT COUNT(*) AS n FROM {part}", "SELECT SUM(n)::BIGINT AS n FROM parts", allDays);
        return Long.parseLong(OneCall.texts(rows).getFirst().getFirst());
    }

    private List<List<@Nullable Object>> rows(String map, String reduce, List<Partition> days) {
        var plan = new MapReducePlan(new MapTemplate(map), reduce, days, OneCall.MOST_ZONES);
        return mapReduce.run(plan, MapReduceProgress.NONE).answer().rows();
    }
}
