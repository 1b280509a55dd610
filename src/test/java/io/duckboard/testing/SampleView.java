package io.duckboard.testing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The view of the sample's trips, counted here, so that tests need no lake. */
final class SampleView {

    private static final Pattern ZONE = Pattern.compile("(\\d+),\"([^\"]*)\",\"([^\"]*)\",.*");
    private static final int PICKUP_TIME = 1;
    private static final int PICKUP_LOCATION = 7;

    private SampleView() {}

    /** Returns the rows of the dashboard's query: location_id, zone, borough, counts, share, view_rows. */
    static List<List<@Nullable Object>> rows() {
        Map<Integer, Matcher> zones = new HashMap<>();
        for (String line : lines("taxi_zone_lookup.csv")) {
            Matcher zone = ZONE.matcher(line);
            if (zone.matches()) {
                zones.put(Integer.valueOf(zone.group(1)), zone);
            }
        }
        List<String[]> trips = tripLines();
        Map<Integer, Long> counts =
                trips.stream().collect(groupingBy(trip -> Integer.valueOf(trip[PICKUP_LOCATION]), counting()));
        double total = trips.size();
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> row(entry, zones, total, counts.size()))
                .toList();
    }

    /** Returns one row with the number of trips. */
    static List<List<@Nullable Object>> trips() {
        return List.of(List.of(tripLines().size()));
    }

    /** Returns one row with the hour in which most trips begin, and their number. */
    static List<List<@Nullable Object>> hour() {
        return tripLines().stream()
                .collect(groupingBy(trip -> Integer.valueOf(trip[PICKUP_TIME].substring(11, 13)), counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .<List<List<@Nullable Object>>>map(most -> List.of(List.of(most.getKey(), most.getValue())))
                .orElseThrow();
    }

    private static List<String[]> tripLines() {
        return lines("yellow_tripdata_sample_2019-04.csv").stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<@Nullable Object> row(
            Map.Entry<Integer, Long> entry, Map<Integer, Matcher> zones, double total, int viewRows) {
        Matcher zone = Objects.requireNonNull(zones.get(entry.getKey()));
        return List.of(
                entry.getKey(), zone.group(3), zone.group(2), entry.getValue(), entry.getValue() / total, viewRows);
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(SampleView.class.getResourceAsStream("/sample/" + file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
