package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.catalog.journal.Written;
import io.duckboard.engine.catalog.store.ObjectContent;
import io.duckboard.engine.catalog.store.ObjectFiles;
import io.duckboard.engine.catalog.store.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Accesses the files of a lake on S3, one request at a time. Missing keys are reported as an {@link IOException} with
 * the {@link LakeException} as its cause.
 */
record S3Files(S3Links links) implements ObjectFiles {

    private static final int NOT_FOUND = HttpURLConnection.HTTP_NOT_FOUND;

    @Override
    public Optional<Written> find(String path) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.HEAD, path);
        if (request.getResponseCode() == NOT_FOUND) {
            return Optional.empty();
        }
        expectSuccess(request);
        return Optional.of(new Written(request.getContentLengthLong(), version(request)));
    }

    @Override
    public boolean areVersionsDigests() {
        return true;
    }

    @Override
    public String sha256(String path) throws IOException {
        try (InputStream content = stream(path)) {
            return Sha256.of(content);
        }
    }

    /** The caller closes it. */
    InputStream stream(String path) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.GET, path);
        expectSuccess(request);
        return request.getInputStream();
    }

    @Override
    public Optional<StoredFile> get(String path) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.GET, path);
        Optional<byte[]> content = content(request);
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredFile(
                        content.get(), version(request), Instant.ofEpochMilli(request.getLastModified())));
    }

    private static Optional<byte[]> content(HttpURLConnection request) throws IOException {
        if (request.getResponseCode() == NOT_FOUND) {
            return Optional.empty();
        }
        expectSuccess(request);
        try (InputStream content = request.getInputStream()) {
            return Optional.of(content.readAllBytes());
        }
    }

    @Override
    public Optional<String> put(String path, ObjectContent content, Optional<String> expected) throws IOException {
        HttpURLConnection request = openConditional(path, expected);
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(content.bytes());
        try (OutputStream out = request.getOutputStream();
                InputStream in = content.open()) {
            in.transferTo(out);
        }
        int status = request.getResponseCode();
        if (status == HttpURLConnection.HTTP_PRECON_FAILED || status == HttpURLConnection.HTTP_CONFLICT) {
            return Optional.empty();
        }
        expectSuccess(request);
        // It is put, whether the store tells its version or not.
        return Optional.of(request.getHeaderField("ETag") == null ? "" : version(request));
    }

    @Override
    public SortedMap<String, Written> below(String folder) throws IOException {
        var found = new TreeMap<String, Written>();
        list(
                folder.endsWith("/") ? folder : folder + "/",
                object -> found.put(object.path(), new Written(object.bytes(), object.version())));
        return found;
    }

    /**
     * Hands over all objects below a folder, page by page.
     *
     * @param folder with a slash at the end; empty for the whole lake
     */
    void list(String folder, Consumer<S3Page.Listed> found) throws IOException {
        int root = links.key("").length();
        Map<String, String> next = Map.of();
        do {
            var query = new TreeMap<>(Map.of("list-type", "2", "encoding-type", "url", "prefix", links.key(folder)));
            query.putAll(next);
            HttpURLConnection request = list(query);
            expectSuccess(request);
            try (InputStream content = request.getInputStream()) {
                S3Page page = S3Page.read(content);
                page.objects().forEach(object -> found.accept(object.below(root)));
                next = page.next();
            }
        } while (!next.isEmpty());
    }

    /**
     * The last bytes of an object.
     *
     * @throws AccessDeniedException if it may not be read
     * @throws NoSuchFileException if there is none
     */
    byte[] end(String path, int bytes) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.GET, path);
        request.setRequestProperty("Range", "bytes=-" + bytes);
        int status = request.getResponseCode();
        if (status == NOT_FOUND) {
            throw new NoSuchFileException(path);
        }
        if (status == HttpURLConnection.HTTP_FORBIDDEN) {
            throw new AccessDeniedException(path);
        }
        expectSuccess(request);
        try (InputStream content = request.getInputStream()) {
            return content.readAllBytes();
        }
    }

    @Override
    public Optional<String> read(String path) throws IOException {
        return content(open(SdkHttpMethod.GET, path)).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    /** An object is replaced atomically. */
    @Override
    public void write(String path, String text, int known) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.PUT, path);
        send(request, text.getBytes(StandardCharsets.UTF_8));
        expectSuccess(request);
    }

    @Override
    public void remove(String path) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.DELETE, path);
        if (request.getResponseCode() != NOT_FOUND) {
            expectSuccess(request);
        }
    }

    /** The ETag without the quotes that HTTP puts around it. */
    static String version(HttpURLConnection answer) throws IOException {
        String etag = answer.getHeaderField("ETag");
        if (etag == null) {
            throw new IOException("The store tells no ETag");
        }
        return etag.replace("\"", "");
    }

    static void send(HttpURLConnection request, byte[] content) throws IOException {
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(content.length);
        try (OutputStream out = request.getOutputStream()) {
            out.write(content);
        }
    }

    static void expectSuccess(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        if (status / 100 != 2) {
            throw new IOException("The store answered " + status + " to a " + request.getRequestMethod());
        }
    }

    private HttpURLConnection open(SdkHttpMethod method, String path) throws IOException {
        try {
            return links.open(method, path);
        } catch (LakeException e) {
            throw new IOException(e);
        }
    }

    private HttpURLConnection openConditional(String path, Optional<String> expected) throws IOException {
        try {
            return links.openConditional(path, expected);
        } catch (LakeException e) {
            throw new IOException(e);
        }
    }

    private HttpURLConnection list(Map<String, String> query) throws IOException {
        try {
            return links.openList(query);
        } catch (LakeException e) {
            throw new IOException(e);
        }
    }
}
