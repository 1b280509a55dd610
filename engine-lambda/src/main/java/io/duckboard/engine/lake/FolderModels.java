package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.CatalogJson;
import io.duckboard.engine.protocol.FolderLock;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Models in a folder: made below {@code staging/}, which a kill may leave something in, and moved when whole. */
public final class FolderModels implements ModelStore {

    /** Of folders below staging/; results and the app's own have other names. */
    private static final String DRAFT = "models-";

    private final Path root;
    private final Path staging;
    private final Catalog.Place place;

    /** @param place whether this is the lake itself, or its workspace */
    public FolderModels(LakeLocation.Folder workspace, Catalog.Place place) {
        this.root = workspace.path();
        this.staging = root.resolve("staging");
        this.place = place;
    }

    @Override
    public Draft draft(String model, UUID run, List<String> partitionBy, RemoteFiles files) throws LakeException {
        return told(() -> new Staged(ModelStore.path(model, run, partitionBy), partitionBy, newFolder()));
    }

    @Override
    public void copy(Catalog.File file, String path) throws LakeException {
        told(() -> {
            Path folder = newFolder();
            try {
                Path whole = root.resolve(path);
                Files.createDirectories(whole.resolveSibling(""));
                Path copy = Files.copy(root.resolve(file.path()), folder.resolve("copy"));
                sync(copy);
                return Files.move(copy, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                delete(folder);
            }
        });
    }

    @Override
    public List<Catalog.File> files(String path, RemoteFiles files) throws LakeException {
        return told(() -> {
            try (Stream<Path> found = Files.walk(root.resolve(path))) {
                return found.filter(Files::isRegularFile)
                        .sorted()
                        .map(this::file)
                        .toList();
            }
        });
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
            sync(file);
            try (var _ = FolderLock.of(staging)) {
                boolean asExpected = catalog().map(Snapshot::digest).equals(expected);
                if (asExpected) {
                    Files.move(file, root.resolve(Catalog.FILE), StandardCopyOption.ATOMIC_MOVE);
                    sync(root);
                }
                return asExpected;
            } finally {
                delete(folder);
            }
        });
    }

    @Override
    public List<String> paths(RemoteFiles files) throws LakeException {
        Path models = root.resolve(FOLDER);
        return told(() -> {
            if (!Files.isDirectory(models)) {
                return List.of();
            }
            try (Stream<Path> found = Files.walk(models)) {
                return found.filter(Files::isRegularFile)
                        .map(this::path)
                        .sorted()
                        .toList();
            }
        });
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
                delete(draft);
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

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    private static <T> T told(Writing<T> writing) throws LakeException {
        try {
            return writing.run();
        } catch (NoSuchFileException e) {
            throw LakeException.gone(e);
        } catch (IOException | UncheckedIOException e) {
            throw LakeException.unavailable(
                    "The lake's models cannot be written.",
                    "Check the rights of its folders models, dashboard and staging, and the room on its disk.",
                    e);
        }
    }

    @FunctionalInterface
    private interface Writing<T> {
        T run() throws IOException;
    }

    private final class Staged implements Draft {

        private final String path;
        private final List<String> partitionBy;
        private final Path folder;

        Staged(String path, List<String> partitionBy, Path folder) {
            this.path = path;
            this.partitionBy = partitionBy;
            this.folder = folder;
        }

        @Override
        public String target() {
            return folder.resolve("made").toString();
        }

        @Override
        public List<String> partitionBy() {
            return partitionBy;
        }

        @Override
        public OutputStream stream() throws IOException {
            return Files.newOutputStream(Path.of(target()));
        }

        @Override
        public ResultFile publish(long rows) throws LakeException {
            return told(() -> {
                Path made = Path.of(target());
                Path whole = root.resolve(path);
                Path home = whole.resolveSibling("");
                Files.createDirectories(home);
                long bytes = synced(made);
                if (!partitionBy.isEmpty()) {
                    // Asked twice for the same, which a broken connection may lead to.
                    delete(whole);
                }
                Files.move(made, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                sync(home);
                return new ResultFile(path, rows, bytes, Optional.empty());
            });
        }

        @Override
        public void close() throws LakeException {
            told(() -> {
                delete(folder);
                return folder;
            });
        }

        private static long synced(Path made) throws IOException {
            long bytes = 0;
            try (Stream<Path> found = Files.walk(made)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    sync(file);
                    bytes += Files.size(file);
                }
            }
            return bytes;
        }
    }
}
