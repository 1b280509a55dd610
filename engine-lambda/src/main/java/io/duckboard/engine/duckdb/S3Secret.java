package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.lake.S3Keys;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A secret with the keys of a store for some of its paths. For each path DuckDB uses the secret with the longest scope.
 */
final class S3Secret {

    private S3Secret() {}

    /**
     * @param name of the secret; an existing secret of this name is replaced
     * @param scopes each is one file, or ends with a slash: without the slash, DuckDB would also sign for every bucket
     *     whose name begins with it
     */
    static String create(String name, List<String> scopes, S3Endpoint endpoint, S3Keys keys) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("SCOPE", scopes.stream().map(Database::literal).collect(Collectors.joining(", ", "[", "]")));
        if (!keys.equals(S3Keys.NONE)) {
            parts.put("KEY_ID", Database.literal(keys.id()));
            parts.put("SECRET", Database.literal(keys.secret()));
        }
        keys.sessionToken().ifPresent(token -> parts.put("SESSION_TOKEN", Database.literal(token)));
        parts.put("REGION", Database.literal(endpoint.region()));
        endpoint.uri().ifPresent(uri -> {
            parts.put("ENDPOINT", Database.literal(authority(uri)));
            parts.put("USE_SSL", Boolean.toString(uri.getScheme().equals("https")));
        });
        // AWS's certificates do not cover a host name made from a bucket name with a dot.
        boolean dotted = scopes.stream()
                .anyMatch(scope ->
                        scope.substring("s3://".length()).split("/", 2)[0].contains("."));
        parts.put("URL_STYLE", endpoint.isAws() && !dotted ? "'vhost'" : "'path'");
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", ", "CREATE OR REPLACE SECRET " + name + " (TYPE s3, ", ")"));
    }

    static String drop(String name) {
        return "DROP SECRET " + name;
    }

    private static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
