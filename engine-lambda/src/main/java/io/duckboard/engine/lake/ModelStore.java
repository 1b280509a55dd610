package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.catalog.store.UnreadableCatalogException;
import io.duckboard.engine.protocol.BuiltModel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A lake's {@code models/} and its catalog, for the transform. Files get names that nothing has had before, and readers
 * see them when the catalog that names them is swapped. Each is recorded in the journal before it is written.
 */
public final class ModelStore {

    public static final String FOLDER = BuiltModel.FOLDER;

    private final ModelFiles files;

    private ModelStore(ModelFiles files) {
        this.files = files;
    }

    /**
     * @param room in the same workspace
     * @param place whether this is the lake itself, or its workspace
     */
    public static ModelStore in(LakeLocation.Folder workspace, QueryRoom room, Catalog.Place place, Clock clock) {
        return new ModelStore(new FolderModels(workspace, room, place, clock));
    }

    /** @param place whether this is the lake itself, or its workspace */
    public static ModelStore on(
            LakeLocation.Bucket workspace,
            S3Endpoint endpoint,
            S3Credentials credentials,
            Catalog.Place place,
            Clock clock) {
        return new ModelStore(new S3Models(workspace, endpoint, credentials, place, clock));
    }

    /**
     * Begins what a run makes of a model: a file, or a folder of partitions.
     *
     * @param partitionBy its columns; none for one file
     * @throws LakeException if the lake cannot be written
     */
    public Draft draft(String model, UUID run, List<String> partitionBy) throws LakeException {
        String path = FOLDER + "/" + model + "/" + RandomName.make() + (partitionBy.isEmpty() ? ".parquet" : "");
        return files.translating(() -> files.draft(path, run, partitionBy));
    }

    /**
     * Puts a file's copy in the place of what has that path, byte for byte: by its end it is known as no other's.
     *
     * @return whether it did; not if what lies there is not Duckboard's own, which stays
     */
    public boolean copy(Catalog.File file, String path, UUID run) throws LakeException {
        return files.translating(() -> files.copy(file, path, run));
    }

    /**
     * The files at the path that a draft was published as.
     *
     * @throws LakeException if there are none, or one has a name that no catalog can have
     */
    public List<Catalog.File> files(String path) throws LakeException {
        return files.translating(() -> files.below(path));
    }

    /** What is published now; empty where nothing is. */
    public Optional<Published> published() throws LakeException {
        try {
            return files.translating(files.catalogs()::published);
        } catch (UnreadableCatalogException e) {
            throw Snapshot.damaged(e.reason());
        }
    }

    /**
     * Swaps the catalog.
     *
     * @param expected what was published when the work began; one of before there was a journal is taken into it first
     * @return whether it is swapped; not if somebody else has published since
     */
    public boolean publish(Catalog catalog, Optional<Published> expected) throws LakeException {
        return files.translating(() -> files.catalogs().publish(catalog, expected));
    }

    /** Whether there is such a file. */
    public boolean isThere(String path) throws LakeException {
        return files.translating(() -> files.all().find(path).isPresent());
    }

    /** Which files are Duckboard's own now. */
    public Ownership ownership(Optional<Published> known) throws LakeException {
        return files.translating(() -> files.catalogs().ownership(known));
    }

    /**
     * Removes files that Duckboard has written below {@link #FOLDER}: those that are named, and those of runs that have
     * begun nothing since {@code before} and that {@code catalog} does not name. Others stay, whatever they are called.
     */
    public void sweep(Ownership own, List<String> paths, Catalog catalog, Instant before) throws LakeException {
        files.translating(() -> {
            files.removeExpired();
            return own.sweep(FOLDER, paths, catalog, before);
        });
    }
}
