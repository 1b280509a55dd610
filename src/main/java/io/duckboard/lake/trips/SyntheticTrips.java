package io.duckboard.lake.trips;

import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A month drawn from the sample: each trip copies one of the sample's trips to a day of the same weekday and to another
 * minute of the same hour. The same rows and seed give the same trips, however many threads draw them.
 *
 * @param rows the exact number of trips
 * @param seed a different seed draws different trips
 */
public record SyntheticTrips(long rows, long seed) implements TripSource {

    public SyntheticTrips {
        if (rows <= 0) {
            throw new IllegalArgumentException("A month needs at least one row");
        }
    }

    @Override
    public String description() {
        return "a synthetic month";
    }

    @Override
    public Month prepare(LoadDatabase database, LoadProgress progress) {
        String sample = SampleTrips.table(database);
        // Keys are consecutive from 0, ordered by weekday. Times are in microseconds, which are cheaper to add than
        // intervals.
        database.run(("CREATE TABLE pool AS SELECT *, isodow(pickup_at) AS weekday, row_number() OVER ("
                        + "ORDER BY isodow(pickup_at), pickup_at, dropoff_at, total_amount) - 1 AS key,"
                        + " hour(pickup_at) * 3600000000 AS hour, epoch_us(dropoff_at) - epoch_us(pickup_at) AS took FROM %s")
                .formatted(sample));
        List<Day> days = days(database);
        database.run("CREATE TABLE drawn (number BIGINT, day BIGINT, first_key BIGINT, keys BIGINT)");
        long first = 0;
        for (Day day : days) {
            database.run("INSERT INTO drawn SELECT range, epoch_us(DATE '%s'), %d, %d FROM range(%d, %d)"
                    .formatted(day.date(), day.firstKey(), day.keys(), first, first + day.trips()));
            first += day.trips();
        }
        return new Month(SampleTrips.MONTH, select(), rows, List.of(), List.of());
    }

    /** Uses two halves of one hash: one selects the trip of the weekday, the other the minute in its hour. */
    private String select() {
        String columns = TripSchema.COLUMNS.stream()
                .map(column -> switch (column.name()) {
                    case "pickup_at" -> "make_timestamp(begin) AS pickup_at";
                    case "dropoff_at" -> "make_timestamp(begin + took) AS dropoff_at";
                    default -> column.name();
                })
                .collect(Collectors.joining(", "));
        return """
            SELECT %s FROM (
              SELECT pool.*, day + hour + (chance & 4294967295::UBIGINT)::BIGINT %% 3600 * 1000000 AS begin
              FROM (SELECT *, hash(hash(number, %d)) AS chance FROM drawn) AS drawn
              JOIN pool ON pool.key = first_key + (chance >> 32)::BIGINT %% keys)""".formatted(columns, seed);
    }

    /** Gives each day of the month its share of the rows: as busy as its weekday is in the sample. */
    private List<Day> days(LoadDatabase database) {
        int[] pools = new int[8];
        database.rows("SELECT weekday, count(*) FROM pool GROUP BY ALL")
                .forEach(row -> pools[Integer.parseInt(row.getFirst())] = Integer.parseInt(row.getLast()));
        int[] firstKeys = new int[9];
        for (int weekday = 1; weekday < pools.length; weekday++) {
            firstKeys[weekday + 1] = firstKeys[weekday] + pools[weekday];
        }
        YearMonth month = SampleTrips.MONTH;
        List<LocalDate> dates = IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .toList();
        int[] times = new int[8];
        dates.forEach(date -> times[date.getDayOfWeek().getValue()]++);
        double[] shares = dates.stream()
                .mapToDouble(date -> (double) pools[date.getDayOfWeek().getValue()]
                        / times[date.getDayOfWeek().getValue()])
                .toArray();
        long[] trips = apportioned(shares);
        return IntStream.range(0, dates.size())
                .mapToObj(day -> {
                    int weekday = dates.get(day).getDayOfWeek().getValue();
                    return new Day(dates.get(day), firstKeys[weekday], pools[weekday], trips[day]);
                })
                .toList();
    }

    /** Rounds by largest remainders, so that the sum is exact. */
    private long[] apportioned(double[] shares) {
        double whole = 0;
        for (double share : shares) {
            whole += share;
        }
        long[] parts = new long[shares.length];
        var remainders = new ArrayList<Remainder>();
        long left = rows;
        for (int i = 0; i < shares.length; i++) {
            double exact = rows * (shares[i] / whole);
            parts[i] = (long) exact;
            left -= parts[i];
            remainders.add(new Remainder(i, exact - parts[i]));
        }
        remainders.sort(Comparator.comparingDouble(Remainder::size).reversed());
        for (int i = 0; i < left; i++) {
            parts[remainders.get(i).part()]++;
        }
        return parts;
    }

    /**
     * @param firstKey the first key of the sample's trips of the day's weekday
     * @param keys how many keys the weekday has
     */
    private record Day(LocalDate date, int firstKey, int keys, long trips) {}

    private record Remainder(int part, double size) {}
}
