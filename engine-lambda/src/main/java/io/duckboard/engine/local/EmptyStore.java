package io.duckboard.engine.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An S3 server without objects, for a worker to read a lake from. */
final class EmptyStore implements AutoCloseable {

    /** Names the lake in the worker's environment. */
    static final String VARIABLE = "DUCKBOARD_LEARNT_LAKE";

    private static final byte[] LISTING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
            <Name>learnt</Name><Prefix></Prefix><KeyCount>0</KeyCount><MaxKeys>1000</MaxKeys>
            <IsTruncated>false</IsTruncated></ListBucketResult>
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] NO_KEY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>NoSuchKey</Code><Message>There is no such object.</Message></Error>
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpEndpoint endpoint;

    private EmptyStore(HttpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    static EmptyStore start() throws IOException {
        return new EmptyStore(HttpEndpoint.start(LocalLambdaConfig.LOOPBACK, 0, EmptyStore::answer));
    }

    /** Returns what a worker needs to read from here. */
    Map<String, String> environment(String httpfs) {
        return Map.of(
                VARIABLE,
                "s3://learnt/lake",
                "AWS_ENDPOINT_URL_S3",
                endpoint.uri().toString(),
                "AWS_ACCESS_KEY_ID",
                "learnt",
                "AWS_SECRET_ACCESS_KEY",
                "learnt",
                "DUCKBOARD_HTTPFS",
                httpfs);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        String query = exchange.getRequestURI().getQuery();
        if (query != null && query.contains("list-type=")) {
            HttpEndpoint.respond(exchange, 200, LISTING);
        } else {
            HttpEndpoint.respond(exchange, 404, exchange.getRequestMethod().equals("HEAD") ? new byte[0] : NO_KEY);
        }
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
