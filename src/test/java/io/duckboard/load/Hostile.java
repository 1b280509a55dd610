package io.duckboard.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;

/** An analyst's program that asks one query after another that never end by themselves, until it is told to stop. */
record Hostile(HttpClient client, String address, String token, AtomicBoolean goesOn) implements Runnable {

    /** It fills every processor that it gets, and memory with groups. */
    private static final String SQL =
            "SELECT a.trip_distance, count(DISTINCT hash(a.fare_amount, b.fare_amount, c.tip_amount)) AS n"
                    + " FROM trips a, trips b, trips c GROUP BY ALL ORDER BY n";

    @Override
    public void run() {
        while (goesOn.get()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?timeoutMs=20000"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/sql")
                    .POST(HttpRequest.BodyPublishers.ofString(SQL))
                    .build();
            client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .exceptionally(_ -> null)
                    .join();
        }
    }
}
