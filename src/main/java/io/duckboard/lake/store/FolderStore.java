package io.duckboard.lake.store;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.CatalogJson;
import io.duckboard.engine.protocol.FolderLock;
import io.duckboard.engine.protocol.LakeLayout;
import io.duckboard.engine.protocol.LakeLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A lake in a folder. Files are made under _duckboard/ and moved to their names when they are whole and on the disk, since
 * a file that is being written can be cut off at any byte.
 */
final class FolderStore implements LakeStore {

    private final Path root;
    private final Path staging;
    private @Nullable Workspace workspace;

    FolderStore(LakeLocation.Folder lake) {
        this.root = lake.path();
        this.staging = root.resolve(LakeLayout.STAGING);
    }

    @Override
    public Optional<Published> published() {
        return FolderFailures.told(root, this::readCatalog);
    }

    @Override
    public List<Catalog.File> listOlderThan(Instant time, String path) {
        return FolderFailures.told(root, () -> {
            var found = new ArrayList<Catalog.File>();
            if (Files.isDirectory(root.resolve(path))) {
                Files.walkFileTree(root.resolve(path), new DataFiles(time, found));
            }
            found.sort(Comparator.comparing(Catalog.File::path));
            return List.copyOf(found);
        });
    }

    @Override
    public Path workspace() {
        return FolderFailures.told(root, () -> {
            if (workspace == null) {
                workspace = Workspace.in(staging);
            }
            return workspace.folder();
        });
    }

    @Override
    public List<Catalog.File> put(Collection<Upload> uploads, LongConsumer progress) {
        Path own = workspace();
        return FolderFailures.told(root, () -> {
            List<Callable<Catalog.File>> moves = uploads.stream()
                    .<Callable<Catalog.File>>map(upload -> () -> {
                        Catalog.File file = moveToNewName(staged(upload.file(), own), upload.path());
                        synchronized (progress) {
                            progress.accept(file.bytes());
                        }
                        return file;
                    })
                    .toList();
            List<Catalog.File> files = Parallel.run(moves);
            var folders = new TreeSet<Path>();
            files.forEach(file -> folders.addAll(foldersOf(file.path())));
            for (Path folder : folders) {
                sync(folder, StandardOpenOption.READ);
            }
            return files;
        });
    }

    @Override
    public void replace(Upload upload) {
        Path own = workspace();
        FolderFailures.told(root, () -> {
            Catalog.File file = move(staged(upload.file(), own), upload.path());
            for (Path folder : foldersOf(upload.path())) {
                sync(folder, StandardOpenOption.READ);
            }
            return file;
        });
    }

    @Override
    public byte[] tail(String path, int bytes) {
        return FolderFailures.told(root, () -> {
            try (FileChannel file = FileChannel.open(root.resolve(path), StandardOpenOption.READ)) {
                ByteBuffer end = ByteBuffer.allocate((int) Math.min(bytes, file.size()));
                file.position(file.size() - end.capacity());
                while (end.hasRemaining() && file.read(end) >= 0) {
                    // Read on.
                }
                return end.array();
            }
        });
    }

    @Override
    public void publish(Catalog catalog, Optional<Published> expected) {
        Path file = workspace().resolve(Catalog.FILE);
        FolderFailures.told(root, () -> {
            Files.write(file, CatalogJson.write(catalog));
            try (var _ = FolderLock.of(staging)) {
                if (!version().equals(expected.map(Published::version))) {
                    throw StoreFailures.publishedMeanwhile(root.toString());
                }
                move(file, Catalog.FILE);
                sync(root, StandardOpenOption.READ);
            }
            return file;
        });
    }

    @Override
    public void remove(Collection<String> paths) {
        FolderFailures.told(root, () -> {
            for (String path : paths) {
                Files.deleteIfExists(root.resolve(path));
            }
            return paths;
        });
    }

    @Override
    public void close() {
        FolderFailures.told(root, () -> {
            if (workspace != null) {
                workspace.close();
            }
            return root;
        });
    }

    private Optional<Published> readCatalog() throws IOException {
        Path file = root.resolve(Catalog.FILE);
        byte[] json;
        Instant at;
        try {
            json = Files.readAllBytes(file);
            at = Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new Published(StoreFailures.read(json), digest(json), at));
    }

    private Optional<String> version() throws IOException {
        try {
            return Optional.of(digest(Files.readAllBytes(root.resolve(Catalog.FILE))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Path staged(Path file, Path own) throws IOException {
        return file.startsWith(own)
                ? file
                : Files.copy(file, Files.createTempFile(own, "put", ""), StandardCopyOption.REPLACE_EXISTING);
    }

    private Catalog.File moveToNewName(Path source, String path) throws IOException {
        sync(source, StandardOpenOption.WRITE);
        // A move that fails if the name is taken is not atomic, and not all file systems have links.
        try (var _ = FolderLock.of(staging)) {
            if (Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                throw StoreFailures.putMeanwhile(path);
            }
            return move(source, path);
        }
    }

    private Catalog.File move(Path source, String path) throws IOException {
        Path target = root.resolve(path);
        Files.createDirectories(target.getParent());
        sync(source, StandardOpenOption.WRITE);
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return file(target, Files.readAttributes(target, BasicFileAttributes.class));
    }

    private Catalog.File file(Path file, BasicFileAttributes attributes) {
        return new Catalog.File(
                path(file),
                attributes.size(),
                Long.toString(attributes.lastModifiedTime().toMillis()));
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Those between a file and the lake's root, which hold its name. */
    private List<Path> foldersOf(String path) {
        var folders = new ArrayList<Path>();
        Path below = Path.of(path);
        for (int depth = 1; depth < below.getNameCount(); depth++) {
            folders.add(root.resolve(below.subpath(0, depth)));
        }
        folders.add(root);
        return folders;
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private final class DataFiles extends SimpleFileVisitor<Path> {

        private final Instant before;
        private final List<Catalog.File> found;

        DataFiles(Instant before, List<Catalog.File> found) {
            this.before = before;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean data =
                    folder.equals(root) || !LakeLayout.isPrivate(path(folder).split("/", 2)[0]);
            return data ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                    && Layout.isData(path(file))
                    && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                found.add(FolderStore.this.file(file, attributes));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
