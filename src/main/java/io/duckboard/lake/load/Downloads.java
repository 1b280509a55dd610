package io.duckboard.lake.load;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Downloads files from the web. It resumes a download that breaks off, and does not accept a file that is too short.
 */
public final class Downloads {

    private static final int TRIES = 4;

    private final Path folder;
    private final LoadProgress progress;

    public Downloads(Path folder, LoadProgress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** @throws FailureException if the whole file cannot be downloaded */
    public Path get(String address) {
        URI uri = uri(address);
        String name =
                uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "_");
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            Path file = Files.createTempFile(folder, "download-", name);
            return FolderFailures.translating(folder, () -> whole(client, uri, file));
        } catch (IOException e) {
            throw FolderFailures.of(folder, e);
        }
    }

    /** An address for messages, without its user and query, which may be passwords and signatures. */
    public static String shown(String address) {
        return address.replaceFirst("[?#](?s:.*)", "").replaceFirst("//[^/]*@", "//");
    }

    private Path whole(HttpClient client, URI uri, Path file) throws IOException {
        OptionalLong length = OptionalLong.empty();
        for (int tries = 0; tries < TRIES; tries++) {
            long had = Files.size(file);
            try {
                length = more(client, uri, file);
                if (length.isEmpty() || Files.size(file) == length.getAsLong()) {
                    return file;
                }
            } catch (BrokenOff e) {
                length = e.length;
                // A download that makes progress may take as long as it needs.
                tries = Files.size(file) > had ? 0 : tries;
            }
        }
        throw new FailureException(
                "The download of " + shown(uri.toString()) + " broke off after " + Files.size(file) + " bytes"
                        + (length.isPresent() ? " of " + length.getAsLong() : "") + ".",
                "Check the network and run it again.");
    }

    /** @return the length of the whole file, as the server states it */
    private OptionalLong more(HttpClient client, URI uri, Path file) throws IOException, BrokenOff {
        long had = Files.size(file);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
        if (had > 0) {
            request.header("Range", "bytes=" + had + "-");
        }
        HttpResponse<InputStream> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new BrokenOff(OptionalLong.empty(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException("The download was interrupted.", "Run it again.", e);
        }
        try (InputStream body = response.body()) {
            boolean resumed = response.statusCode() == 206;
            if (!resumed && response.statusCode() != 200) {
                throw refused(uri, response.statusCode());
            }
            OptionalLong announced = response.headers().firstValueAsLong("content-length");
            OptionalLong length =
                    announced.isEmpty() ? announced : OptionalLong.of(announced.getAsLong() + (resumed ? had : 0));
            append(body, file, resumed, length, uri);
            return length;
        }
    }

    private void append(InputStream body, Path file, boolean resumed, OptionalLong length, URI uri)
            throws IOException, BrokenOff {
        var how = resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (LoadProgress.Step step = progress.begin("Downloading " + shown(uri.toString()), length.orElse(0));
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE, how)) {
            step.advance(Files.size(file));
            byte[] bytes = new byte[1 << 16];
            for (int read = read(body, bytes, length); read >= 0; read = read(body, bytes, length)) {
                out.write(bytes, 0, read);
                step.advance(read);
            }
        }
    }

    private static int read(InputStream body, byte[] bytes, OptionalLong length) throws BrokenOff {
        try {
            return body.read(bytes);
        } catch (IOException e) {
            throw new BrokenOff(length, e);
        }
    }

    private static FailureException refused(URI uri, int status) {
        String shown = shown(uri.toString());
        return switch (status) {
            case 404, 410 -> new FailureException("There is nothing at " + shown + " (404).", "Check the address.");
            case 401, 403 ->
                new FailureException(
                        "The server does not give " + shown + " away (" + status + ").",
                        "Check the address; some servers say this of files that they have not.");
            default -> new FailureException("The server of " + shown + " answered " + status + ".", "Try again later.");
        };
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new FailureException(shown(address) + " is no address.", "Expected https://… or a file.", e);
        }
        throw new FailureException(shown(address) + " is no address.", "Expected https://… or a file.");
    }

    /** The connection failed, not the disk. */
    private static final class BrokenOff extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient OptionalLong length;

        BrokenOff(OptionalLong length, IOException cause) {
            super(cause);
            this.length = length;
        }
    }
}
