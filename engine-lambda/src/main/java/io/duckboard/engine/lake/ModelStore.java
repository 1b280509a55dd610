package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.catalog.store.UnreadableCatalogException;
import io.duckboard.engine.protocol.BuiltModel;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * A lake's {@code models/} and its catalog, for the transform. Files get names that have never been used, and readers
 * see the files when the catalog that names them is swapped in. Each file is recorded in the journal before it is
 * written.
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
     * Starts a run's result for a model: a file, or a folder of partitions.
     *
     * @param partitionBy the partition columns; none for one file
     * @throws LakeException if the lake cannot be written
     */
    public Draft draft(String model, UUID run, List<String> partitionBy) throws LakeException {
        String path = FOLDER + "/" + model + "/" + RandomName.make() + (partitionBy.isEmpty() ? ".parquet" : "");
        return files.translating(() -> files.draft(path, run, partitionBy));
    }

    /**
     * Replaces a file's copy, byte for byte. The journal shows afterwards that the copy is Duckboard's own.
     *
     * @return whether it was replaced; false if the file there is not Duckboard's own, in which case it stays
     */
    public boolean copy(Catalog.File file, String path, UUID run) throws LakeException {
        return files.translating(() -> files.copy(file, path, run));
    }

    /**
     * The files at the path where a draft was published.
     *
     * @throws LakeException if there are none, or one has a name that a catalog cannot have
     */
    public List<Catalog.File> files(String path) throws LakeException {
        return files.translating(() -> files.below(path));
    }

    /** The published catalog; empty if there is none. */
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
     * @param expected what was published when the work began; if it is from before the journal, it is added to the
     *     journal first
     * @return whether it was swapped; false if somebody else has published since
     */
    public boolean publish(Catalog catalog, Optional<Published> expected) throws LakeException {
        return files.translating(() -> files.catalogs().publish(catalog, expected));
    }

    /**
     * Which of these files of models exist. The partitions of a model are looked up with one listing.
     *
     * @param paths below {@link #FOLDER}
     */
    public Set<String> existing(Collection<String> paths) throws LakeException {
        return files.translating(() -> {
            List<Callable<Set<String>>> looks = paths.stream()
                    .map(ModelStore::made)
                    .distinct()
                    .<Callable<Set<String>>>map(made -> () -> existing(made))
                    .toList();
            return Parallel.requests(looks).stream().flatMap(Set::stream).collect(Collectors.toSet());
        });
    }

    private Set<String> existing(String made) throws IOException {
        return made.endsWith("/")
                ? files.all().below(made).keySet()
                : files.all().find(made).map(_ -> Set.of(made)).orElse(Set.of());
    }

    /** What was made of a model: a file, or the folder of its partitions. */
    private static String made(String path) {
        String[] parts = path.split("/", 4);
        return parts.length < 4 ? path : parts[0] + "/" + parts[1] + "/" + parts[2] + "/";
    }

    /** Finds out which files are Duckboard's own now. */
    public Ownership ownership(Optional<Published> known) throws LakeException {
        return files.translating(() -> files.catalogs().ownership(known));
    }

    /**
     * Removes files that Duckboard has written below {@link #FOLDER}: the named ones, and those of runs that have
     * started nothing since {@code before} and that {@code catalog} does not name. Other files stay, whatever their
     * names are.
     */
    public void sweep(Ownership own, List<String> paths, Catalog catalog, Instant before) throws LakeException {
        files.translating(() -> {
            files.removeExpired();
            return own.sweep(FOLDER, paths, catalog, before);
        });
    }
}
