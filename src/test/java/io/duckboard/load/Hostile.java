package io.duckboard.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** An analyst's program that asks one query after another that never end by themselves, until it is told to stop. */
final class Hostile implements Runnable {

    /** It fills every processor that it gets, and memory with groups. */
    private static final String SQL =
            "SELECT a.trip_distance, count(DISTINCT hash(a.fare_amount, b.fare_amount, c.tip_amount)) AS n"
                    + " FROM trips a, trips b, trips c GROUP BY ALL ORDER BY n";

    /** Gateway timeout: the query ran until its deadline. */
    private static final int DEADLINE = 504;

    private final HttpClient client;
    private final HttpRequest request;
    private final Map<Integer, Integer> ends = new ConcurrentSkipListMap<>();
    private volatile boolean goesOn = true;

    /** @param address where queries are posted */
    Hostile(HttpClient client, String address, String token) {
        this.client = client;
        this.request = HttpRequest.newBuilder(URI.create(address + "?timeoutMs=20000"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/sql")
                .POST(HttpRequest.BodyPublishers.ofString(SQL))
                .build();
    }

    @Override
    public void run() {
        while (goesOn) {
            int status = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .handle((answer, failure) -> failure == null ? answer.statusCode() : 0)
                    .join();
            ends.merge(status, 1, Integer::sum);
        }
    }

    /** Asks for nothing more; the query under way still runs until its deadline. */
    void stop() {
        goesOn = false;
    }

    /** Returns how many ran until their deadline: the others were refused, and burdened nobody. */
    int ran() {
        return ends.getOrDefault(DEADLINE, 0);
    }

    /** Returns how many ended with which HTTP status; 0 stands for no answer. */
    String ends() {
        return ends.toString();
    }
}
