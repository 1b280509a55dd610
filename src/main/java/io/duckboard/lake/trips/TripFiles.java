package io.duckboard.lake.trips;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.Downloads;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A month of the TLC's public files, as Parquet or CSV. Several files are combined by the names of their columns.
 *
 * @param places files of this machine, or http(s) addresses
 * @param named the month to take; if empty, the month in the files' names, or else the one with the most trips
 */
public record TripFiles(List<String> places, Optional<YearMonth> named) implements TripSource {

    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[-_](0[1-9]|1[0-2])(?!\\d)");

    public TripFiles {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("No file is named");
        }
    }

    @Override
    public String description() {
        return String.join(", ", places);
    }

    @Override
    public Month prepare(LoadDatabase database, LoadProgress progress) {
        Downloads downloads = new Downloads(database.folder(), progress);
        List<TripFile> files = places.stream()
                .map(place -> TripFile.of(place, isAddress(place) ? downloads.get(place) : local(place), database))
                .toList();
        String all = files.stream().map(TripFile::select).collect(Collectors.joining(" UNION ALL "));
        database.run("CREATE VIEW found AS " + all);
        YearMonth month = named.or(this::nameInFiles).orElseGet(() -> mostFrequent(database));
        var lacking = new TreeSet<String>();
        var leftOut = new LinkedHashSet<String>();
        files.forEach(file -> {
            lacking.addAll(file.lacking());
            leftOut.addAll(file.leftOut());
        });
        return new Month(
                month,
                "FROM found WHERE pickup_at >= TIMESTAMP '%s' AND pickup_at < TIMESTAMP '%s'"
                        .formatted(month.atDay(1), month.plusMonths(1).atDay(1)),
                database.number("SELECT count(*) FROM found"),
                List.copyOf(lacking),
                List.copyOf(leftOut));
    }

    private static Path local(String place) {
        return Path.of(place).toAbsolutePath();
    }

    private static boolean isAddress(String place) {
        return place.matches("(?i)https?://.*");
    }

    private Optional<YearMonth> nameInFiles() {
        var months = new TreeSet<YearMonth>();
        for (String place : places) {
            Matcher month = IN_NAME.matcher(place.substring(place.lastIndexOf('/') + 1));
            if (month.find()) {
                months.add(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
            }
        }
        if (months.size() > 1) {
            throw new FailureException(
                    "The files are of several months by their names: "
                            + months.stream().map(YearMonth::toString).collect(Collectors.joining(", ")) + ".",
                    "Say which one to take, such as --month " + months.first() + ".");
        }
        return months.stream().findFirst();
    }

    private static YearMonth mostFrequent(LoadDatabase database) {
        return database
                .rows("SELECT strftime(pickup_at, '%Y-%m') FROM found WHERE pickup_at IS NOT NULL"
                        + " GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")
                .stream()
                .map(row -> YearMonth.parse(row.getFirst()))
                .findFirst()
                .orElseThrow(() -> new FailureException("There are no trips in the files.", "Name others."));
    }
}
