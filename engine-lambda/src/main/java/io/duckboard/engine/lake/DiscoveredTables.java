package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.discovery.ColumnValues;
import io.duckboard.engine.discovery.Discovery;
import io.duckboard.engine.discovery.FileEnds;
import io.duckboard.engine.discovery.Listing;
import io.duckboard.engine.discovery.ParquetMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of a lake without a catalog. They keep their names as long as the engine lives. */
final class DiscoveredTables {

    private final Metadata metadata;
    private final Discovery discovery;
    private final RememberedTables remembered;
    private @Nullable Catalog known;
    private @Nullable Listing last;
    private String lastVersion = "";

    /**
     * @param prefix that turns a path below the lake into one that DuckDB reads
     * @param lake the lake's own name
     */
    DiscoveredTables(FileEnds ends, String prefix, String lake, RememberedTables remembered) {
        this.remembered = remembered;
        this.metadata = new Metadata(ends, prefix);
        this.discovery = new Discovery(metadata, lake);
    }

    /**
     * The tables of these files; {@code current} itself if nothing has changed since.
     *
     * @throws IOException if the store cannot be read
     */
    Snapshot snapshot(Listing listed, Snapshot current, RemoteFiles files) throws IOException {
        if (listed.equals(last) && current.version().equals(lastVersion)) {
            return current;
        }
        Listing listing = listed.withoutModels();
        String version = "discovered-" + Snapshot.digest(listing.toString());
        last = listed;
        lastVersion = version;
        if (version.equals(current.version())) {
            return current;
        }
        metadata.files = files;
        Catalog found = discovery.catalog(listing.files(), known == null ? remembered.read() : known);
        var leftOut = new ArrayList<LeftOut>(listing.leftOut());
        leftOut.addAll(found.leftOut());
        Catalog now = new Catalog(found.tables(), List.of(), List.of(), leftOut);
        known = now;
        remembered.write(now);
        return new Snapshot(now, version);
    }

    private static final class Metadata implements ParquetMetadata {

        private final FileEnds ends;
        private final String prefix;
        private @Nullable RemoteFiles files;

        Metadata(FileEnds ends, String prefix) {
            this.ends = ends;
            this.prefix = prefix;
        }

        @Override
        public byte[] end(Catalog.File file, int bytes) throws IOException {
            return ends.end(file, bytes);
        }

        @Override
        public List<Catalog.Field> columns(Catalog.File file) throws IOException {
            try {
                return files().columns(prefix + file.path());
            } catch (LakeException e) {
                throw new IOException(e);
            }
        }

        @Override
        public ColumnValues values(Collection<Catalog.File> of, String column) throws IOException {
            try {
                return files().values(
                                of.stream().map(file -> prefix + file.path()).collect(Collectors.toList()), column);
            } catch (LakeException e) {
                return switch (e.problem().code()) {
                    case LAKE_UNAVAILABLE, LAKE_DENIED, OUT_OF_MEMORY -> throw new IOException(e);
                    // A file is gone since it was listed, so nothing is known of the values.
                    default -> new ColumnValues(false, Optional.empty(), Optional.empty());
                };
            }
        }

        private RemoteFiles files() {
            if (files == null) {
                throw new IllegalStateException("There is no database yet");
            }
            return files;
        }
    }
}
