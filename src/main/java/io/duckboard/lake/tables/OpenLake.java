package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Place;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.discovery.Listing;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStore.Upload;
import io.duckboard.lake.store.LakeStores;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** A lake and the place to write to, which is a separate workspace if the lake itself is read-only. */
public final class OpenLake implements AutoCloseable {

    /** Most footers are smaller. */
    private static final int PARQUET_END = 64 * 1024;

    private final String name;
    private final LakeStore lake;
    private final LakeStore workspace;
    private final LakeLocation written;
    private final LoadProgress listing;

    private OpenLake(String name, LakeStore lake, LakeStore workspace, LakeLocation written, LoadProgress listing) {
        this.name = name;
        this.lake = lake;
        this.workspace = workspace;
        this.written = written;
        this.listing = listing;
    }

    /**
     * @param home where files are prepared before they go to S3
     * @param clock used to tell which of Duckboard's own files are old
     * @throws FailureException if the lake is not there
     */
    public static OpenLake open(
            LakeLocation lake, LakeLocation workspace, Path home, Map<String, String> environment, Clock clock) {
        return open(lake, workspace, home, environment, clock, LoadProgress.SILENT);
    }

    /**
     * @param home where files are prepared before they go to S3
     * @param clock used to tell which of Duckboard's own files are old
     * @param listing is notified of the files that are found when the lake is listed
     * @throws FailureException if the lake is not there
     */
    public static OpenLake open(
            LakeLocation lake,
            LakeLocation workspace,
            Path home,
            Map<String, String> environment,
            Clock clock,
            LoadProgress listing) {
        if (lake instanceof LakeLocation.Folder folder && !Files.isDirectory(folder.path())) {
            throw new FailureException(
                    "There is no lake in " + folder + ".", "Make it with duckboard lake create, or see --lake.");
        }
        LakeStore store = LakeStores.open(lake, home, environment, clock);
        return new OpenLake(
                lake.name(),
                store,
                lake.equals(workspace) ? store : LakeStores.open(workspace, home, environment, clock),
                workspace,
                listing);
    }

    /** Returns the lake's own name, for a table that is the whole lake. */
    String name() {
        return name;
    }

    /** Returns the place to write to. */
    public LakeLocation written() {
        return written;
    }

    /** Returns the catalog published in the place to write to, as a publisher has to expect it. */
    public Optional<Published> published() {
        return workspace.published();
    }

    /**
     * Returns the tables, or empty if no catalog is published. The lake's own tables are those of its owner's current
     * catalog.
     */
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

    /** Lists the lake itself to find tables in it. */
    Listing listing() {
        try (LoadProgress.Step step = listing.begin("Listing the lake", 0)) {
            return lake.listing(step::advance);
        }
    }

    /** Returns the data files of the lake itself, also those in folders where no table is looked for. */
    List<Catalog.File> files() {
        return lake.list("");
    }

    /** Returns the data files of the workspace if it is apart from the lake. */
    List<Catalog.File> filesInWorkspace() {
        return isApart()
                ? workspace.list("").stream().map(OpenLake::inWorkspace).toList()
                : List.of();
    }

    /** Returns a folder of this machine in which to prepare files. */
    Path staging() {
        return workspace.stagingFolder();
    }

    List<Catalog.File> put(Collection<Upload> uploads, LongConsumer progress) {
        List<Catalog.File> put = workspace.put(uploads, UUID.randomUUID(), progress);
        return isApart() ? put.stream().map(OpenLake::inWorkspace).toList() : put;
    }

    /**
     * Returns the last {@code bytes} of a file, or the whole file if it is shorter.
     *
     * @throws AccessDeniedException if this file may not be read
     * @throws NoSuchFileException if it is gone
     */
    byte[] end(Catalog.File file, int bytes) throws AccessDeniedException, NoSuchFileException {
        return store(file).end(file.path(), bytes);
    }

    /** Returns where a file lies on this machine; empty if it lies on S3. */
    Optional<Path> local(Catalog.File file) {
        return store(file).local(file.path());
    }

    /** Whether one file is a copy of the other. The end of a Parquet file describes all that is before it. */
    boolean isCopy(Catalog.File one, Catalog.File other) {
        int end = (int) Math.min(one.bytes(), PARQUET_END);
        return one.bytes() == other.bytes()
                && Arrays.equals(store(one).tail(one.path(), end), store(other).tail(other.path(), end));
    }

    /** Whether a file was last written before {@code time}, by the store's clock. */
    boolean isOlder(Catalog.File file, Instant time) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        return store(file).listOlderThan(time, folder).stream()
                .map(Catalog.File::path)
                .anyMatch(file.path()::equals);
    }

    void publish(Catalog catalog, Optional<Published> expected) {
        workspace.publish(catalog, expected);
    }

    /** Returns which files of the place to write to are Duckboard's own. */
    public Ownership ownership() {
        return ownership(workspace.published());
    }

    /** @param known the catalog published in the place to write to */
    Ownership ownership(Optional<Published> known) {
        return workspace.ownership(known);
    }

    /**
     * Whether a file is Duckboard's own and unchanged since it was written; false for every file of a read-only lake.
     */
    boolean isOwn(Ownership own, Catalog.File file) {
        return isWritten(file) && workspace.isOwn(own, file);
    }

    /** Whether a file is removed once it belongs to no table. */
    boolean passes(Ownership own, Catalog.File file) {
        return isWritten(file) && own.passes(file.path());
    }

    private boolean isWritten(Catalog.File file) {
        return file.place() == (isApart() ? Place.WORKSPACE : Place.LAKE);
    }

    /** Removes Duckboard's own files from the place to write to: the named ones, and those that dead runs have left. */
    List<String> sweep(Ownership own, Collection<Catalog.File> files, Catalog catalog, Instant before) {
        return workspace.sweep(
                own,
                files.stream().filter(this::isWritten).map(Catalog.File::path).toList(),
                catalog,
                before);
    }

    /** Returns the paths of files in the private folder of the place to write to that no record names. */
    List<String> listUnrecorded() {
        return workspace.listUnrecorded();
    }

    @Override
    public void close() {
        lake.close();
        if (isApart()) {
            workspace.close();
        }
    }

    private LakeStore store(Catalog.File file) {
        return file.place() == Place.WORKSPACE ? workspace : lake;
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
        return new Catalog(tables, own.views(), own.retired(), own.leftOut());
    }

    private static Catalog.File inWorkspace(Catalog.File file) {
        return file.in(Place.WORKSPACE);
    }
}
