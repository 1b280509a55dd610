package io.duckboard.sqlpage.link;

import io.duckboard.engine.protocol.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** SQL and its parameters as {@code sql?q=…&p.NAME=…}. The link fills them in on the page, but nothing runs. */
public record QueryLink(String sql, List<LinkedParameter> parameters) {

    /**
     * Half of what the server takes for the head of a request (server.max-http-request-header-size); cookies need room
     * too.
     */
    private static final int LONGEST = 32_000;

    public QueryLink {
        parameters = List.copyOf(parameters);
    }

    public static QueryLink of(String sql, Map<String, Parameter> parameters) {
        return new QueryLink(
                sql,
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                // A NULL has no text, so that the person who follows the link has to fill it in.
                                .filter(entry -> entry.getValue().value() != null)
                                .map(entry -> LinkedParameter.of(entry.getKey(), entry.getValue()))
                                .toList());
    }

    /** @param query the decoded query of an address */
    public static Optional<QueryLink> read(Map<String, List<String>> query) {
        return first(query, "q")
                .map(sql -> new QueryLink(
                        sql,
                        query.keySet().stream()
                                .sorted()
                                .flatMap(key -> LinkedParameter.read(
                                        key, first(query, key).orElse(""))
                                        .stream())
                                .toList()));
    }

    /** Returns an address relative to the app; empty if it would be longer than a server takes. */
    public Optional<String> address() {
        var address = new StringBuilder("sql?q=").append(encoded(sql));
        parameters.forEach(parameter ->
                address.append('&').append(encoded(parameter.key())).append('=').append(encoded(parameter.value())));
        return address.length() <= LONGEST ? Optional.of(address.toString()) : Optional.empty();
    }

    private static Optional<String> first(Map<String, List<String>> query, String key) {
        return query.getOrDefault(key, List.of()).stream().findFirst();
    }

    private static String encoded(String text) {
        // Not every reader of addresses knows that forms write + for a blank.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
