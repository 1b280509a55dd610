package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.FolderLock;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.CatalogRecords;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.FolderFiles;
import io.duckboard.engine.catalog.journal.FolderReplacement;
import io.duckboard.engine.catalog.journal.FolderTree;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.Passing;
import io.duckboard.engine.catalog.journal.PassingFiles;
import io.duckboard.engine.catalog.journal.RandomName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Models in a folder: made in the room of their engine, and moved when whole. */
public final class FolderModels implements ModelStore {

    /** None of a run's steps takes longer than a function may. */
    private static final Duration DRAFT_LIFE = Duration.ofHours(1);

    private final Path root;
    private final QueryRoom room;
    private final Catalog.Place place;
    private final FolderFiles files;
    private final Journal journal;
    private final PassingFiles passing;

    /**
     * @param room in the same workspace
     * @param place whether this is the lake itself, or its workspace
     */
    public FolderModels(LakeLocation.Folder workspace, QueryRoom room, Catalog.Place place, Clock clock) {
        this.root = workspace.path();
        this.room = room;
        this.place = place;
        this.files = new FolderFiles(root);
        this.journal = new Journal(files, clock);
        this.passing = new PassingFiles(root, clock);
    }

    @Override
    public Draft draft(String model, UUID run, List<String> partitionBy) throws LakeException {
        return translating(() -> {
            room.enter();
            return new StagedModel(root, ModelStore.newPath(model, partitionBy), partitionBy, room, journal, run);
        });
    }

    @Override
    public boolean copy(Catalog.File file, String path, UUID run) throws LakeException {
        return translating(() -> {
            String folder = LakeLayout.STAGING + "/" + RandomName.make() + "/";
            Passing record = passing.begin(DRAFT_LIFE, List.of(Entry.random(folder)));
            try {
                Path staged = Files.createDirectories(root.resolve(folder)).resolve("copy");
                Files.copy(root.resolve(file.path()), staged);
                FolderTree.sync(staged);
                return new FolderReplacement(root, journal).put(staged, path, run);
            } finally {
                record.end();
            }
        });
    }

    @Override
    public List<Catalog.File> files(String path) throws LakeException {
        return translating(() -> new FolderTree(root.resolve(path))
                .files().stream().map(this::file).toList());
    }

    @Override
    public Optional<Published> published() throws LakeException {
        Optional<String> json = translating(this::catalog);
        return json.isPresent()
                ? Optional.of(new Published(Snapshot.catalog(json.get()), Snapshot.digest(json.get())))
                : Optional.empty();
    }

    @Override
    public boolean publish(Catalog catalog, Optional<Published> expected) throws LakeException {
        return translating(() -> {
            if (expected.isPresent()) {
                new CatalogRecords(expected.get().catalog()).takeInto(journal, files);
            }
            String folder = LakeLayout.STAGING + "/" + RandomName.make() + "/";
            Passing record = passing.begin(DRAFT_LIFE, List.of(Entry.random(folder)));
            try (var _ = FolderLock.of(root)) {
                Path file = Files.createDirectories(root.resolve(folder)).resolve(Catalog.FILE);
                Files.write(file, CatalogJson.write(catalog));
                FolderTree.sync(file);
                boolean asExpected = catalog().map(Snapshot::digest).equals(expected.map(Published::version));
                if (asExpected) {
                    Files.move(file, root.resolve(Catalog.FILE), StandardCopyOption.ATOMIC_MOVE);
                    FolderTree.sync(root);
                }
                return asExpected;
            } finally {
                record.end();
            }
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

    @Override
    public void sweep(Ownership own, List<String> paths, Catalog catalog, Instant before) throws LakeException {
        translating(() -> {
            passing.removeExpired();
            return own.sweep(FOLDER, paths, catalog, before);
        });
    }

    private Optional<String> catalog() throws IOException {
        try {
            return Optional.of(Files.readString(root.resolve(Catalog.FILE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Catalog.File file(Path file) {
        try {
            return new Catalog.File(
                    root.relativize(file).toString().replace('\\', '/'),
                    Files.size(file),
                    Long.toString(Files.getLastModifiedTime(file).toMillis()),
                    place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T translating(Writing<T> writing) throws LakeException {
        try {
            return writing.run();
        } catch (NoSuchFileException e) {
            throw LakeException.gone(e);
        } catch (IOException | UncheckedIOException e) {
            throw LakeException.unavailable(
                    "The lake's models cannot be written.",
                    "Check the rights of its folders models, dashboard and _duckboard, and the room on its disk.",
                    e);
        }
    }

    @FunctionalInterface
    interface Writing<T> {
        T run() throws IOException;
    }
}
