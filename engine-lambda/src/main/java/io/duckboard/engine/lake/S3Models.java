package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.journal.StoredRecord;
import io.duckboard.engine.catalog.journal.Written;
import io.duckboard.engine.catalog.store.CatalogStore;
import io.duckboard.engine.catalog.store.ObjectContent;
import io.duckboard.engine.catalog.store.ObjectReplacement;
import io.duckboard.engine.protocol.ResultFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Models on S3, where an object appears when its upload is complete. */
final class S3Models implements ModelFiles {

    private final LakeLocation.Bucket workspace;
    private final S3Files files;
    private final CatalogStore catalogs;
    private final Catalog.Place place;

    /** @param place whether this is the lake itself, or its workspace */
    S3Models(
            LakeLocation.Bucket workspace,
            S3Endpoint endpoint,
            S3Credentials credentials,
            Catalog.Place place,
            Clock clock) {
        this.workspace = workspace;
        this.files = new S3Files(new S3Links(workspace, endpoint, credentials, Clock.systemUTC()));
        this.catalogs = CatalogStore.on(files, clock);
        this.place = place;
    }

    @Override
    public CatalogStore catalogs() {
        return catalogs;
    }

    @Override
    public LakeFiles all() {
        return files;
    }

    @Override
    public Draft draft(String path, UUID run, List<String> partitionBy) throws IOException {
        Entry made = Entry.random(partitionBy.isEmpty() ? path : path + "/");
        return new Upload(path, partitionBy, catalogs.journal().begin(run, List.of(made)));
    }

    @Override
    public boolean copy(Catalog.File file, String path, UUID run) throws IOException {
        return new ObjectReplacement(files, catalogs.journal()).put(contentOf(file), path, run);
    }

    private ObjectContent contentOf(Catalog.File file) {
        return new ObjectContent() {
            @Override
            public long bytes() {
                return file.bytes();
            }

            @Override
            public InputStream open() throws IOException {
                return files.stream(file.path());
            }
        };
    }

    @Override
    public List<Catalog.File> below(String path) throws IOException, LakeException {
        return written(path).entrySet().stream()
                .map(file -> new Catalog.File(
                        file.getKey(), file.getValue().bytes(), file.getValue().version(), place))
                .toList();
    }

    /** The file at this path, or all partitions below it, which one listing describes. */
    private SortedMap<String, Written> written(String path) throws IOException, LakeException {
        return path.endsWith(".parquet")
                ? new TreeMap<>(Map.of(
                        path, files.find(path).orElseThrow(() -> LakeException.gone(new FileNotFoundException(path)))))
                : files.below(path);
    }

    /** The bucket's lifecycle does this. It also removes the parts of uploads that a kill interrupted. */
    @Override
    public void removeExpired() {}

    @Override
    public LakeException failure(IOException cause) {
        return cause.getCause() instanceof LakeException keys
                ? keys
                : LakeException.unavailable(
                        "The lake's models or its catalog cannot be written: the store does not take it.",
                        "Check that the transform may write models/, dashboard/, _duckboard/ and catalog.json, and try"
                                + " again.",
                        cause);
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
                SortedMap<String, Written> written = written(path);
                catalogs.journal().written(record, written);
                published = true;
                long bytes = written.values().stream().mapToLong(Written::bytes).sum();
                return new ResultFile(path, rows, bytes, Optional.empty());
            });
        }

        /**
         * If a query ends in the middle of an upload, DuckDB completes the upload as if the data so far were all of it.
         */
        @Override
        public void close() throws LakeException {
            if (!published) {
                translating(() -> {
                    for (String file : partitionBy.isEmpty()
                            ? List.of(path)
                            : files.below(path).keySet()) {
                        files.remove(file);
                    }
                    files.remove(record.path());
                    return path;
                });
            }
        }
    }
}
