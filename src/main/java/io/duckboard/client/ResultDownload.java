package io.duckboard.client;

import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches whole answers by their links. A link carries all the rights that are needed, so no AWS key is sent.
 *
 * @param endpoint the base of relative links: the LocalLambda that issued them
 */
record ResultDownload(Optional<URI> endpoint) {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** The longest time without a byte. A large file may take longer than that in all. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** @throws IOException with a sentence, if the file cannot be fetched */
    InputStream open(ResultFile file) throws IOException {
        URI link = file.link()
                .map(ResultFile.Link::uri)
                .orElseThrow(() -> new IOException(
                        "The whole answer is in the lake (" + file.path() + "), and nothing gives out links to it."));
        HttpURLConnection connection = connect(link);
        int status;
        try {
            status = connection.getResponseCode();
        } catch (IOException e) {
            throw new IOException("The whole answer cannot be fetched: " + origin(connection) + " does not answer.", e);
        }
        return switch (status) {
            case 200 -> new UnbrokenStream(connection.getInputStream(), file.bytes());
            case 403, 404 ->
                throw new IOException("The link to the whole answer is not valid, or no longer. Ask the query again.");
            default ->
                throw new IOException("The whole answer cannot be fetched: " + origin(connection)
                        + " answered with status " + status + ".");
        };
    }

    private HttpURLConnection connect(URI link) throws IOException {
        URLConnection connection = link.isAbsolute()
                ? link.toURL().openConnection()
                // No proxy is used, because it could not reach this machine's loopback.
                : local(link).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(SILENCE.toMillis()));
        if (connection instanceof HttpURLConnection http) {
            http.setInstanceFollowRedirects(false);
            return http;
        }
        throw new IOException("The engine gave out a link that is none of HTTP's.");
    }

    private URI local(URI link) throws IOException {
        return endpoint.map(base -> base.resolve(link))
                .orElseThrow(() -> new IOException(
                        "The whole answer is in a folder of the engine's own machine, which gives out no files."));
    }

    /** Returns the address without its query, which grants the right to read the file. */
    private static String origin(URLConnection connection) {
        return connection.getURL().getAuthority();
    }
}
