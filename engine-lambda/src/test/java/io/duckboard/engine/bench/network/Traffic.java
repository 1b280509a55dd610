package io.duckboard.engine.bench.network;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What passed a network.
 *
 * @param connections how many were opened
 */
public record Traffic(List<Request> requests, int connections) {

    /** What is asked for; each kind costs something else, in time or in money. */
    public enum Kind {
        CATALOG,
        HEAD,
        RANGE,
        WHOLE,
        LIST,
        WRITE;

        static Kind of(HttpMessage request) {
            String line = request.request();
            String path = path(line);
            if (!line.startsWith("GET ") && !line.startsWith("HEAD ")) {
                return WRITE;
            }
            if (path.endsWith("/catalog.json")) {
                return CATALOG;
            }
            if (line.startsWith("HEAD ")) {
                return HEAD;
            }
            if (line.contains("?list-type=") || line.contains("&list-type=")) {
                return LIST;
            }
            return request.header("Range").isPresent() ? RANGE : WHOLE;
        }
    }

    /**
     * @param path {@code /bucket/key}, as it was sent
     * @param start of its arrival, by System.nanoTime
     * @param end of its answer
     * @param bytes of the answer
     */
    public record Request(Kind kind, String path, long start, long end, long bytes) {

        Request(HttpMessage message, long start, long end, long bytes) {
            this(Kind.of(message), Traffic.path(message.request()), start, end, bytes);
        }
    }

    public Map<Kind, Integer> byKind() {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        requests.forEach(request -> counts.merge(request.kind(), 1, Integer::sum));
        return counts;
    }

    /** What had passed by then; the rest was nothing that anybody waited for. */
    public Traffic until(long at) {
        return new Traffic(
                requests.stream().filter(request -> request.end() <= at).toList(), connections);
    }

    public SortedSet<String> files() {
        return requests.stream()
                .filter(request -> request.kind() != Kind.LIST && request.kind() != Kind.CATALOG)
                .map(Request::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public long bytes() {
        return requests.stream().mapToLong(Request::bytes).sum();
    }

    /** The most requests of which each began after the one before had ended. */
    public int inTurn() {
        int turns = 0;
        long end = Long.MIN_VALUE;
        for (Request request :
                requests.stream().sorted(Comparator.comparingLong(Request::end)).toList()) {
            if (request.start() > end) {
                turns++;
                end = request.end();
            }
        }
        return turns;
    }

    private static String path(String line) {
        return line.substring(line.indexOf(' ') + 1).split("\\?", 2)[0];
    }
}
