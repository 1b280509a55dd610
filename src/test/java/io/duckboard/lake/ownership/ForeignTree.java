package io.duckboard.lake.ownership;

import io.duckboard.lake.ownership.ForeignFile.Access;
import io.duckboard.lake.ownership.ForeignFile.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Draws files of others in the places of Duckboard's own files, with names that those files have or once had. */
final class ForeignTree {

    /** {@code U} is a UUID. The files of one line are drawn together. */
    private static final List<String> PATHS = """
            results/U.csv; results/U.parquet
            results/report.parquet
            control/U
            control/batches.parquet
            staging/U.parquet; staging/orders.parquet
            staging/load-x.lock; staging/load-x/trips.parquet
            staging/load-U.lock; staging/load-U/by_day/date=2019-04-01/data_0.parquet
            staging/models-U/made; staging/models-U/odd=1/data_0.parquet
            _duckboard/results/U.csv
            _duckboard/results/U.jsonl; _duckboard/results/U.parquet
            _duckboard/control/U
            _duckboard/control/U; _duckboard/control/.probe
            _duckboard/staging/U.parquet; _duckboard/staging/U.csv
            _duckboard/staging/load-x.lock; _duckboard/staging/load-x/trips.parquet
            _duckboard/staging/load-U.lock; _duckboard/staging/load-U/trips.parquet
            _duckboard/staging/models-U/made
            _duckboard/journal/U.json
            _duckboard/journal/passing/1000000001-U.json
            _duckboard/journal/held/U.json
            _duckboard/über_uns.txt
            dataset/x.U.parquet
            dataset/rides.U.parquet
            dataset/U.parquet
            dataset/taxi_2019_04.parquet
            dataset/taxi_2019_04.U.parquet
            dataset/sales/day=2024-01-01/data_U.parquet; dataset/sales/day=2024-01-02/data_0.parquet
            models/m/U.parquet
            models/m/U/odd=1/data_0.parquet
            models/halves/U/odd=1/data_0.parquet; models/halves/U/odd=0/data_0.parquet
            models/top_pickup_locations/U.parquet
            models/by_hand.parquet
            partitioned/date=2019-04-01/data_0.U.parquet
            partitioned/date=2019-04-02/data_0.parquet
            partitioned/sales/d=2024-01-01/data_0.parquet; partitioned/sales/d=2024-01-02/data_U.parquet
            reference/U.parquet
            reference/taxi_zones.parquet
            reference/taxi_zones.U.parquet
            dashboard/my_view.parquet
            dashboard/U.parquet
            Bücher/über uns U.parquet
            my data/two words 1.csv; my data/größer.parquet
            catalog.json.U
            .hidden/U.parquet
            _temporary/0/part-1-U.c000.snappy.parquet""".lines().toList();

    private final Random random;

    ForeignTree(Random random) {
        this.random = random;
    }

    List<ForeignFile> draw() {
        var files = new ArrayList<ForeignFile>();
        for (String line : PATHS) {
            if (random.nextInt(3) == 0) {
                String id = id();
                for (String path : line.replace("U", id).split("; ", -1)) {
                    files.add(file(path));
                }
            }
        }
        files.addAll(new ForgedRecords(random).of(files));
        return files;
    }

    /** Draws one more file. */
    ForeignFile drawOne() {
        List<String> single = PATHS.stream()
                .filter(line -> line.contains("U") && !line.contains(";"))
                .toList();
        return ForeignFile.now(
                single.get(random.nextInt(single.size())).replace("U", id()), ForeignBytes.table(random));
    }

    private ForeignFile file(String path) {
        Duration age = switch (random.nextInt(4)) {
            case 0 -> Duration.ofSeconds(random.nextInt(3_600));
            case 1 -> Duration.ofDays(random.nextInt(1, 15_000));
            default -> Duration.ofHours(random.nextInt(1, 200));
        };
        return new ForeignFile(
                path,
                ForeignBytes.of(path, random),
                Instant.now().minus(age).minusNanos(random.nextInt(1_000_000_000)),
                random.nextInt(5) == 0 ? Access.READ_ONLY : Access.WRITABLE,
                Claim.NONE);
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
