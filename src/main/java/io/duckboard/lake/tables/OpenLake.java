package io.duckboard.lake.tables;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.Catalog.Place;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.lake.store.LakeFailure;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStore.Published;
import io.duckboard.lake.store.LakeStore.Upload;
import io.duckboard.lake.store.LakeStores;
import io.duckboard.lake.store.Leftovers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A lake and the place where it is written, which is a workspace apart if the lake itself cannot be. */
public final class OpenLake implements AutoCloseable {

    /** Most footers are smaller. */
    private static final int PARQUET_END = 64 * 1024;

    private final LakeStore lake;
    private final LakeStore workspace;

    private OpenLake(LakeStore lake, LakeStore workspace) {
        this.lake = lake;
        this.workspace = workspace;
    }

    /**
     * @param scratch a folder for what is made on its way to S3
     * @throws LakeFailure if the lake is not there
     */
    public static OpenLake open(
            LakeLocation lake, LakeLocation workspace, Path scratch, Map<String, String> environment) {
        if (lake instanceof LakeLocation.Folder folder && !Files.isDirectory(folder.path())) {
            throw new LakeFailure(
                    "There is no lake in " + folder + ".", "Make it with duckboard lake create, or see --lake.");
        }
        LakeStore store = LakeStores.open(lake, scratch, environment);
        return new OpenLake(store, lake.equals(workspace) ? store : LakeStores.open(workspace, scratch, environment));
    }

    /** What a publisher has to expect. */
    Optional<Published> published() {
        return workspace.published();
    }

    /** The tables; empty where nobody has published any. The lake's own are as its owner says now. */
    public Optional<Catalog> catalog() {
        Optional<Catalog> own = published().map(Published::catalog);
        if (!isApart()) {
            return own;
        }
        Optional<Catalog> theirs = lake.published().map(Published::catalog);
        return own.isPresent() && theirs.isPresent()
                ? Optional.of(merged(own.get(), theirs.get()))
                : own.or(() -> theirs);
    }

    /** All data files, of both places. */
    List<Catalog.File> files() {
        Stream<Catalog.File> more = isApart() ? workspace.list("").stream().map(OpenLake::inWorkspace) : Stream.empty();
        return Stream.concat(lake.list("").stream(), more).toList();
    }

    /** A folder of this machine for what is made before it is put. */
    Path staging() {
        return workspace.workspace();
    }

    List<Catalog.File> put(Collection<Upload> uploads, LongConsumer progress) {
        List<Catalog.File> put = workspace.put(uploads, progress);
        return isApart() ? put.stream().map(OpenLake::inWorkspace).toList() : put;
    }

    byte[] tail(Catalog.File file, int bytes) {
        return (file.place() == Place.WORKSPACE ? workspace : lake).tail(file.path(), bytes);
    }

    /** Whether one is a copy of the other: Parquet's end tells of all that is before it. */
    boolean isCopy(Catalog.File one, Catalog.File other) {
        int end = (int) Math.min(one.bytes(), PARQUET_END);
        return one.bytes() == other.bytes() && Arrays.equals(tail(one, end), tail(other, end));
    }

    /** Whether a file was last written before {@code time}, by the store's clock. */
    boolean isOlder(Catalog.File file, Instant time) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        return (file.place() == Place.WORKSPACE ? workspace : lake)
                .listOlderThan(time, folder).stream().map(Catalog.File::path).anyMatch(file.path()::equals);
    }

    void publish(Catalog catalog, Optional<Published> expected) {
        workspace.publish(catalog, expected);
    }

    /** Removes files of the place that is written; those of a lake that is only read stay. */
    void remove(Collection<Catalog.File> files) {
        Place written = isApart() ? Place.WORKSPACE : Place.LAKE;
        workspace.remove(files.stream()
                .filter(file -> file.place() == written)
                .map(Catalog.File::path)
                .toList());
    }

    /** Removes what runs that died have put where it is written. */
    void removeLeftovers(Clock clock) {
        new Leftovers(clock).removeFrom(workspace);
    }

    @Override
    public void close() {
        lake.close();
        if (isApart()) {
            workspace.close();
        }
    }

    private boolean isApart() {
        return !lake.equals(workspace);
    }

    private static Catalog merged(Catalog own, Catalog theirs) {
        var tables = new ArrayList<>(theirs.tables());
        own.tables().stream()
                .filter(table -> table.files().stream().anyMatch(file -> file.place() == Place.WORKSPACE)
                        || theirs.table(table.name()).isEmpty())
                .forEach(table -> {
                    tables.removeIf(other -> other.name().equalsIgnoreCase(table.name()));
                    tables.add(table);
                });
        return new Catalog(tables, own.views(), own.retired());
    }

    private static Catalog.File inWorkspace(Catalog.File file) {
        return new Catalog.File(file.path(), file.bytes(), file.version(), Place.WORKSPACE);
    }
}
