package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.CatalogJson;
import io.duckboard.engine.protocol.FolderLock;
import io.duckboard.engine.protocol.LakeLayout;
import io.duckboard.engine.protocol.LakeLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Models in a folder: made below {@link LakeLayout#STAGING}, which a kill may leave something in, and moved when whole. */
public final class FolderModels implements ModelStore {

    /** Of folders below staging/; results and the app's own have other names. */
    private static final String DRAFT = "models-";

    private final Path root;
    private final Path staging;
    private final Catalog.Place place;

    /** @param place whether this is the lake itself, or its workspace */
    public FolderModels(LakeLocation.Folder workspace, Catalog.Place place) {
        this.root = workspace.path();
        this.staging = root.resolve(LakeLayout.STAGING);
        this.place = place;
    }

    @Override
    public Draft draft(String model, UUID run, List<String> partitionBy, RemoteFiles files) throws LakeException {
        return told(() -> new StagedModel(
                root, ModelStore.path(model, run, partitionBy), partitionBy, new FolderTree(newFolder())));
    }

    @Override
    public void copy(Catalog.File file, String path) throws LakeException {
        told(() -> {
            Path folder = newFolder();
            try {
                Path whole = root.resolve(path);
                Files.createDirectories(whole.resolveSibling(""));
                Path copy = Files.copy(root.resolve(file.path()), folder.resolve("copy"));
                FolderTree.sync(copy);
                return Files.move(copy, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                new FolderTree(folder).delete();
            }
        });
    }

    @Override
    public List<Catalog.File> files(String path, RemoteFiles files) throws LakeException {
        return told(() -> new FolderTree(root.resolve(path))
                .files().stream().map(this::file).toList());
    }

    @Override
    public Optional<Published> published() throws LakeException {
        Optional<String> json = told(this::catalog);
        return json.isPresent()
                ? Optional.of(new Published(Snapshot.catalog(json.get()), Snapshot.digest(json.get())))
                : Optional.empty();
    }

    @Override
    public boolean publish(Catalog catalog, Optional<String> expected) throws LakeException {
        return told(() -> {
            Path folder = newFolder();
            Path file = folder.resolve(Catalog.FILE);
            Files.write(file, CatalogJson.write(catalog));
            FolderTree.sync(file);
            try (var _ = FolderLock.of(staging)) {
                boolean asExpected = catalog().map(Snapshot::digest).equals(expected);
                if (asExpected) {
                    Files.move(file, root.resolve(Catalog.FILE), StandardCopyOption.ATOMIC_MOVE);
                    FolderTree.sync(root);
                }
                return asExpected;
            } finally {
                new FolderTree(folder).delete();
            }
        });
    }

    @Override
    public List<String> paths(RemoteFiles files) throws LakeException {
        return told(() -> Files.isDirectory(root.resolve(FOLDER))
                ? new FolderTree(root.resolve(FOLDER))
                        .files().stream().map(this::path).toList()
                : List.of());
    }

    @Override
    public Optional<Instant> writtenAt(String path) throws LakeException {
        return told(() -> {
            Path file = root.resolve(path);
            return Files.exists(file)
                    ? Optional.of(Files.getLastModifiedTime(file).toInstant())
                    : Optional.empty();
        });
    }

    @Override
    public void remove(String path) throws LakeException {
        told(() -> {
            boolean gone = Files.deleteIfExists(root.resolve(path));
            // The folder of a run's partitions goes with the last of them; a model's own folder stays.
            Path below = Path.of(path);
            for (int depth = below.getNameCount() - 1; depth > 2; depth--) {
                deleteIfEmpty(root.resolve(below.subpath(0, depth)));
            }
            return gone;
        });
    }

    @Override
    public void removeDrafts(Instant before) throws LakeException {
        told(() -> {
            if (!Files.isDirectory(staging)) {
                return 0;
            }
            List<Path> old;
            try (Stream<Path> drafts = Files.list(staging)) {
                old = drafts.filter(draft -> draft.getFileName().toString().startsWith(DRAFT))
                        .filter(draft -> draft.toFile().lastModified() < before.toEpochMilli())
                        .toList();
            }
            for (Path draft : old) {
                new FolderTree(draft).delete();
            }
            return old.size();
        });
    }

    private Optional<String> catalog() throws IOException {
        try {
            return Optional.of(Files.readString(root.resolve(Catalog.FILE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            boolean empty;
            try (Stream<Path> children = Files.list(folder)) {
                empty = children.findAny().isEmpty();
            }
            if (empty) {
                Files.delete(folder);
            }
        }
    }

    private Path newFolder() throws IOException {
        return Files.createDirectories(staging.resolve(DRAFT + UUID.randomUUID()));
    }

    private Catalog.File file(Path file) {
        try {
            return new Catalog.File(
                    path(file),
                    Files.size(file),
                    Long.toString(Files.getLastModifiedTime(file).toMillis()),
                    place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static <T> T told(Writing<T> writing) throws LakeException {
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
