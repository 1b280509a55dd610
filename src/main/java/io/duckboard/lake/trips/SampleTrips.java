package io.duckboard.lake.trips;

import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.FolderFailures;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** The shipped sample: 10,000 real trips of April 2019. */
public record SampleTrips() implements TripSource {

    static final YearMonth MONTH = YearMonth.of(2019, 4);

    @Override
    public String description() {
        return "the sample";
    }

    @Override
    public Month prepare(LoadDatabase database, LoadProgress progress) {
        return new Month(MONTH, "FROM " + table(database), 10_000, List.of(), List.of());
    }

    /** @return the name of the table that holds the sample, ordered by time */
    static String table(LoadDatabase database) {
        database.run(
                "CREATE TABLE sample AS FROM read_csv(%s, header = true, columns = %s) ORDER BY pickup_at, dropoff_at, total_amount"
                        .formatted(
                                LoadDatabase.literal(resource(database, "yellow_tripdata_sample_2019-04.csv")),
                                TripSchema.forCsv()));
        return "sample";
    }

    /** Copies a shipped resource to the workspace. */
    static Path resource(LoadDatabase database, String name) {
        Path file = database.folder().resolve(name);
        return FolderFailures.translating(database.folder(), () -> {
            try (InputStream content =
                    Objects.requireNonNull(SampleTrips.class.getResourceAsStream("/sample/" + name), name)) {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        });
    }
}
