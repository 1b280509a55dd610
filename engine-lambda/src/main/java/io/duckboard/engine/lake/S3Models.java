package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.CatalogJson;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.engine.protocol.ResultFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Models on S3, where an object appears when its upload is complete. */
public final class S3Models implements ModelStore {

    /** What S3 answers to a condition that does not hold, and where two such requests meet. */
    private static final List<Integer> NOT_AS_EXPECTED = List.of(412, 409);

    private final LakeLocation.Bucket workspace;
    private final S3Links links;
    private final Catalog.Place place;

    /** @param place whether this is the lake itself, or its workspace */
    public S3Models(
            LakeLocation.Bucket workspace,
            S3Endpoint endpoint,
            S3Credentials credentials,
            Catalog.Place place,
            Clock clock) {
        this.workspace = workspace;
        this.links = new S3Links(workspace, endpoint, credentials, Clock.systemUTC());
        this.place = place;
    }

    @Override
    public Draft draft(String model, UUID run, List<String> partitionBy, RemoteFiles files) {
        return new Upload(ModelStore.path(model, run, partitionBy), partitionBy, files);
    }

    @Override
    public void copy(Catalog.File file, String path) throws LakeException {
        told(() -> {
            HttpURLConnection request = links.openCopy(file.path(), path);
            expectSuccess(request);
            try (var body = request.getInputStream()) {
                String answer = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                // S3 answers 200 before it has copied, and may find out later that it cannot.
                if (answer.contains("<Error>")) {
                    throw new IOException("The store broke off a copy");
                }
                return answer;
            }
        });
    }

    @Override
    public List<Catalog.File> files(String path, RemoteFiles files) throws LakeException {
        List<String> paths = path.endsWith(".parquet") ? List.of(path) : below(path, files);
        var found = new ArrayList<Catalog.File>();
        for (String file : paths) {
            Stored stored = stored(file).orElseThrow(() -> LakeException.gone(new FileNotFoundException(file)));
            found.add(new Catalog.File(file, stored.bytes(), stored.etag(), place));
        }
        return found;
    }

    @Override
    public Optional<Published> published() throws LakeException {
        return told(() -> {
            HttpURLConnection request = links.open(SdkHttpMethod.GET, Catalog.FILE);
            if (request.getResponseCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            expectSuccess(request);
            try (var body = request.getInputStream()) {
                String json = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(new Published(Snapshot.catalog(json), request.getHeaderField("ETag")));
            }
        });
    }

    @Override
    public boolean publish(Catalog catalog, Optional<String> expected) throws LakeException {
        byte[] json = CatalogJson.write(catalog);
        return told(() -> {
            HttpURLConnection request = links.open(SdkHttpMethod.PUT, Catalog.FILE);
            if (expected.isPresent()) {
                request.setRequestProperty("If-Match", expected.get());
            } else {
                request.setRequestProperty("If-None-Match", "*");
            }
            request.setDoOutput(true);
            request.setFixedLengthStreamingMode(json.length);
            try (OutputStream out = request.getOutputStream()) {
                out.write(json);
            }
            if (NOT_AS_EXPECTED.contains(request.getResponseCode())) {
                return false;
            }
            expectSuccess(request);
            return true;
        });
    }

    @Override
    public List<String> paths(RemoteFiles files) throws LakeException {
        return below(FOLDER, files);
    }

    @Override
    public Optional<Instant> writtenAt(String path) throws LakeException {
        return stored(path).map(Stored::writtenAt);
    }

    @Override
    public void remove(String path) throws LakeException {
        told(() -> {
            HttpURLConnection request = links.open(SdkHttpMethod.DELETE, path);
            if (request.getResponseCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                expectSuccess(request);
            }
            return path;
        });
    }

    @Override
    public void removeDrafts(Instant before) {
        // The bucket's lifecycle removes the parts of uploads that a kill broke off.
    }

    private List<String> below(String folder, RemoteFiles files) throws LakeException {
        String prefix = workspace + "/";
        return files.listParquet(prefix + folder + "/").stream()
                .map(uri -> uri.substring(prefix.length()))
                .toList();
    }

    private Optional<Stored> stored(String path) throws LakeException {
        return told(() -> {
            HttpURLConnection request = links.open(SdkHttpMethod.HEAD, path);
            if (request.getResponseCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            expectSuccess(request);
            return Optional.of(new Stored(
                    request.getContentLengthLong(),
                    request.getHeaderField("ETag").replace("\"", ""),
                    Instant.ofEpochMilli(request.getLastModified())));
        });
    }

    private static void expectSuccess(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        if (status / 100 != 2) {
            throw new IOException("The store answered " + status + " to a " + request.getRequestMethod());
        }
    }

    private static <T> T told(Asking<T> asking) throws LakeException {
        try {
            return asking.run();
        } catch (IOException e) {
            throw LakeException.unavailable(
                    "The lake's models or its catalog cannot be written: the store does not take it.",
                    "Check that the transform may write models/, dashboard/ and catalog.json, and try again.",
                    e);
        }
    }

    @FunctionalInterface
    private interface Asking<T> {
        T run() throws IOException, LakeException;
    }

    private record Stored(long bytes, String etag, Instant writtenAt) {}

    private final class Upload implements Draft {

        private final String path;
        private final List<String> partitionBy;
        private final RemoteFiles files;
        private boolean uploading;

        Upload(String path, List<String> partitionBy, RemoteFiles files) {
            this.path = path;
            this.partitionBy = partitionBy;
            this.files = files;
        }

        @Override
        public String target() {
            uploading = true;
            return workspace + "/" + path;
        }

        @Override
        public List<String> partitionBy() {
            return partitionBy;
        }

        @Override
        public OutputStream stream() {
            throw new IllegalStateException("DuckDB writes every model itself");
        }

        @Override
        public ResultFile publish(long rows) throws LakeException {
            long bytes = S3Models.this.files(path, files).stream()
                    .mapToLong(Catalog.File::bytes)
                    .sum();
            uploading = false;
            return new ResultFile(path, rows, bytes, Optional.empty());
        }

        /** DuckDB completes an upload that its query broke off, as if what came so far were all of it. */
        @Override
        public void close() throws LakeException {
            if (uploading) {
                for (String file : partitionBy.isEmpty() ? List.of(path) : below(path, files)) {
                    remove(file);
                }
            }
        }
    }
}
