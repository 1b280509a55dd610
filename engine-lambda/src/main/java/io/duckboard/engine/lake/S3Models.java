package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.CatalogRecords;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.StoredRecord;
import io.duckboard.engine.catalog.journal.Written;
import io.duckboard.engine.protocol.ResultFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Models on S3, where an object appears when its upload is complete. */
public final class S3Models implements ModelStore {

    private final LakeLocation.Bucket workspace;
    private final S3Links links;
    private final S3Files files;
    private final Journal journal;
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
        this.files = new S3Files(links);
        this.journal = new Journal(files, clock);
        this.place = place;
    }

    @Override
    public Draft draft(String model, UUID run, List<String> partitionBy) throws LakeException {
        String path = ModelStore.newPath(model, partitionBy);
        return translating(() -> new Upload(
                path,
                partitionBy,
                journal.begin(run, List.of(Entry.random(partitionBy.isEmpty() ? path : path + "/")))));
    }

    @Override
    public boolean copy(Catalog.File file, String path, UUID run) throws LakeException {
        return translating(() -> {
            Ownership own = Ownership.of(files, journal);
            Optional<Written> there = files.find(path);
            if (there.isPresent() && !own.isOwn(path)) {
                return false;
            }
            StoredRecord record = journal.begin(
                    run, List.of(Entry.of(path, files.sha256(file.path())).staying()));
            HttpURLConnection request = links.openConditional(path, there.map(Written::version));
            request.setDoOutput(true);
            request.setFixedLengthStreamingMode(file.bytes());
            try (OutputStream out = request.getOutputStream()) {
                files.copy(file.path(), out);
            }
            if (!isAsExpected(request)) {
                files.remove(record.path());
                return false;
            }
            journal.written(record, Map.of(path, new Written(file.bytes(), S3Files.version(request))));
            // Of what was there before.
            own.forget(Set.of(path));
            return true;
        });
    }

    @Override
    public List<Catalog.File> files(String path) throws LakeException {
        return translating(() -> {
            var found = new ArrayList<Catalog.File>();
            for (String file : path.endsWith(".parquet") ? List.of(path) : files.below(path)) {
                Written now = files.find(file).orElseThrow(() -> LakeException.gone(new FileNotFoundException(file)));
                found.add(new Catalog.File(file, now.bytes(), now.version(), place));
            }
            return found;
        });
    }

    @Override
    public Optional<Published> published() throws LakeException {
        return translating(() -> {
            HttpURLConnection request = links.open(SdkHttpMethod.GET, Catalog.FILE);
            if (request.getResponseCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            S3Files.expectSuccess(request);
            try (var body = request.getInputStream()) {
                String json = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(new Published(Snapshot.catalog(json), S3Files.version(request)));
            }
        });
    }

    @Override
    public boolean publish(Catalog catalog, Optional<Published> expected) throws LakeException {
        byte[] json = CatalogJson.write(catalog);
        return translating(() -> {
            if (expected.isPresent()) {
                new CatalogRecords(expected.get().catalog()).takeInto(journal, files);
            }
            HttpURLConnection request = links.openConditional(Catalog.FILE, expected.map(Published::version));
            S3Files.send(request, json);
            return isAsExpected(request);
        });
    }

    @Override
    public boolean isThere(String path) throws LakeException {
        return translating(() -> files.find(path).isPresent());
    }

    @Override
    public Ownership ownership(Optional<Published> known) throws LakeException {
        return translating(() -> Ownership.of(files, journal, known.map(Published::catalog)));
    }

    /** The bucket's lifecycle removes the parts of uploads that a kill broke off. */
    @Override
    public void sweep(Ownership own, List<String> paths, Catalog catalog, Instant before) throws LakeException {
        translating(() -> own.sweep(FOLDER, paths, catalog, before));
    }

    /** Whether it is done; not if the store says that the condition does not hold, or another writes it just now. */
    private static boolean isAsExpected(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        if (status == HttpURLConnection.HTTP_PRECON_FAILED || status == HttpURLConnection.HTTP_CONFLICT) {
            return false;
        }
        S3Files.expectSuccess(request);
        return true;
    }

    private static <T> T translating(Asking<T> asking) throws LakeException {
        try {
            return asking.run();
        } catch (IOException e) {
            if (e.getCause() instanceof LakeException cause) {
                throw cause;
            }
            throw LakeException.unavailable(
                    "The lake's models or its catalog cannot be written: the store does not take it.",
                    "Check that the transform may write models/, dashboard/, _duckboard/ and catalog.json, and try again.",
                    e);
        }
    }

    @FunctionalInterface
    private interface Asking<T> {
        T run() throws IOException, LakeException;
    }

    private final class Upload implements Draft {

        private final String path;
        private final List<String> partitionBy;
        private final StoredRecord record;
        private boolean published;

        Upload(String path, List<String> partitionBy, StoredRecord record) {
            this.path = path;
            this.partitionBy = partitionBy;
            this.record = record;
        }

        @Override
        public String target() {
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
            return translating(() -> {
                var written = new HashMap<String, Written>();
                for (String file : partitionBy.isEmpty() ? List.of(path) : files.below(path)) {
                    written.put(
                            file,
                            files.find(file).orElseThrow(() -> LakeException.gone(new FileNotFoundException(file))));
                }
                journal.written(record, written);
                published = true;
                long bytes = written.values().stream().mapToLong(Written::bytes).sum();
                return new ResultFile(path, rows, bytes, Optional.empty());
            });
        }

        /** DuckDB completes an upload that its query broke off, as if what came so far were all of it. */
        @Override
        public void close() throws LakeException {
            if (!published) {
                translating(() -> {
                    for (String file : partitionBy.isEmpty() ? List.of(path) : files.below(path)) {
                        files.remove(file);
                    }
                    files.remove(record.path());
                    return path;
                });
            }
        }
    }
}
