package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.FolderFailures;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStore.Upload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts a month's files under names that have never been used: the article's names if they are free, or else the run's
 * own.
 */
final class MonthUpload {

    private final LakeStore store;
    private final UUID run;

    MonthUpload(LakeStore store, UUID run) {
        this.store = store;
        this.run = run;
    }

    /** @return the tables of these files, which are not published yet */
    List<Table> put(MonthFiles files, YearMonth month, Optional<Published> before, Instant now, LoadProgress progress) {
        Optional<Table> zonesBefore = before.flatMap(known -> known.catalog().tables().stream()
                .filter(table -> table.name().equals(TripTables.ZONES))
                .findFirst());
        var uploads = new ArrayList<Upload>();
        uploads.add(trips(files.trips(), String.format(Locale.ROOT, "dataset/taxi_%tY_%<tm", month.atDay(1))));
        uploads.add(new Upload(files.topLocations(), "models/top_pickup_locations/" + run + ".parquet"));
        if (zonesBefore.isEmpty()) {
            uploads.add(new Upload(files.zones(), free("reference/taxi_zones")));
        }
        int days = uploads.size();
        uploads.addAll(days(files.byDay()));
        List<Catalog.File> put = put(uploads, progress);
        return List.of(
                TripTables.trips(put.subList(0, 1), files.rows(), now),
                TripTables.byDay(put.subList(days, put.size()), files.rows(), now),
                zonesBefore.orElseGet(() -> TripTables.zones(put.subList(2, 3), files.zoneRows(), now)),
                TripTables.topLocations(put.subList(1, 2), files.topRows(), now));
    }

    private List<Catalog.File> put(List<Upload> uploads, LoadProgress progress) {
        long bytes = FolderFailures.translating(store.stagingFolder(), () -> {
            long sum = 0;
            for (Upload upload : uploads) {
                sum += Files.size(upload.file());
            }
            return sum;
        });
        try (LoadProgress.Step step = progress.begin("Putting " + uploads.size() + " files in place", bytes)) {
            return store.put(uploads, run, step::advance);
        }
    }

    private String free(String path) {
        String folder = path.substring(0, path.indexOf('/'));
        boolean taken = store.list(folder).stream().anyMatch(file -> file.path().equals(path + ".parquet"));
        return taken ? ofRun(path) : path + ".parquet";
    }

    /** People know the file by the article's name, so it stays. */
    private Upload trips(Path file, String path) {
        String free = free(path);
        return new Upload(file, free, free.equals(path + ".parquet"));
    }

    /** Makes a name that has never been used. */
    private String ofRun(String path) {
        return path + "." + run + ".parquet";
    }

    private List<Upload> days(Path folder) {
        return FolderFailures.translating(folder, () -> {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .sorted()
                        .map(file -> new Upload(file, day(folder.relativize(file))))
                        .toList();
            }
        });
    }

    private String day(Path file) {
        String path = "partitioned/" + file.toString().replace('\\', '/');
        return ofRun(path.substring(0, path.length() - ".parquet".length()));
    }
}
