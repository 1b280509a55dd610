package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.FolderLock;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.CatalogRecords;
import io.duckboard.engine.catalog.journal.FolderFiles;
import io.duckboard.engine.catalog.journal.FolderReplacement;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.catalog.journal.PassingFiles;
import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.catalog.journal.StoredRecord;
import io.duckboard.engine.catalog.journal.UnrecordedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A lake in a folder. Files are made under _duckboard/ and moved to their names when they are whole and on the disk, since
 * a file that is being written can be cut off at any byte.
 */
final class FolderStore implements LakeStore {

    private final Path root;
    private final Clock clock;
    private final FolderFiles files;
    private final Journal journal;
    private @Nullable HeldFolder workspace;

    FolderStore(LakeLocation.Folder lake, Clock clock) {
        this.root = lake.path();
        this.clock = clock;
        this.files = new FolderFiles(root);
        this.journal = new Journal(files, clock);
    }

    @Override
    public Optional<Published> published() {
        return FolderFailures.translating(root, this::readCatalog);
    }

    @Override
    public List<Catalog.File> listOlderThan(Instant time, String path) {
        return FolderFailures.translating(root, () -> {
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
        return FolderFailures.translating(root, () -> {
            if (workspace == null) {
                workspace = HeldFolder.in(root, clock);
            }
            return workspace.folder();
        });
    }

    @Override
    public List<Catalog.File> put(Collection<Upload> uploads, UUID run, LongConsumer progress) {
        Path own = workspace();
        return FolderFailures.translating(root, () -> {
            var staged = new ArrayList<Upload>();
            for (Upload upload : uploads) {
                staged.add(new Upload(staged(upload.file(), own), upload.path(), upload.stays()));
            }
            StoredRecord record = journal.begin(run, Uploads.entries(staged));
            List<Catalog.File> put = moved(staged, progress);
            journal.written(record, Uploads.written(put));
            return put;
        });
    }

    private List<Catalog.File> moved(List<Upload> uploads, LongConsumer progress) throws IOException {
        List<Callable<Catalog.File>> moves = uploads.stream()
                .<Callable<Catalog.File>>map(upload -> () -> {
                    Catalog.File file = moveToNewName(upload.file(), upload.path());
                    synchronized (progress) {
                        progress.accept(file.bytes());
                    }
                    return file;
                })
                .toList();
        List<Catalog.File> moved = Parallel.run(moves);
        var folders = new TreeSet<Path>();
        moved.forEach(file -> folders.addAll(foldersOf(file.path())));
        for (Path folder : folders) {
            sync(folder, StandardOpenOption.READ);
        }
        return moved;
    }

    @Override
    public boolean replace(Upload upload, UUID run) {
        Path own = workspace();
        return FolderFailures.translating(root, () -> {
            Path staged = staged(upload.file(), own);
            sync(staged, StandardOpenOption.WRITE);
            return new FolderReplacement(root, journal).put(staged, upload.path(), run);
        });
    }

    @Override
    public byte[] tail(String path, int bytes) {
        return FolderFailures.translating(root, () -> {
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
        FolderFailures.translating(root, () -> {
            if (expected.isPresent()) {
                new CatalogRecords(expected.get().catalog()).takeInto(journal, files);
            }
            Files.write(file, CatalogJson.write(catalog));
            try (var _ = FolderLock.of(root)) {
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
    public Ownership ownership(Optional<Published> known) {
        return FolderFailures.translating(root, () -> Ownership.of(files, journal, known.map(Published::catalog)));
    }

    @Override
    public boolean isOwn(Ownership own, Catalog.File file) {
        return FolderFailures.translating(root, () -> own.isOwn(file.path(), Uploads.written(file)));
    }

    @Override
    public List<String> sweep(Ownership own, Collection<String> paths, Catalog catalog, Instant before) {
        return FolderFailures.translating(root, () -> {
            new PassingFiles(root, clock).removeExpired();
            return own.sweep("", paths, catalog, before);
        });
    }

    @Override
    public List<String> listUnrecorded() {
        return FolderFailures.translating(root, () -> new UnrecordedFiles(files).paths());
    }

    @Override
    public List<String> listBefore() {
        return FolderFailures.translating(root, () -> {
            var found = new ArrayList<String>();
            for (String folder : LakeLayout.BEFORE) {
                found.addAll(files.below(folder));
            }
            return found;
        });
    }

    @Override
    public void close() {
        FolderFailures.translating(root, () -> {
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
        return Optional.of(new Published(StoreFailures.read(json), Sha256.of(json), at));
    }

    private Optional<String> version() throws IOException {
        try {
            return Optional.of(Sha256.of(Files.readAllBytes(root.resolve(Catalog.FILE))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Path staged(Path file, Path own) throws IOException {
        return file.startsWith(own)
                ? file
                : Files.copy(file, Files.createTempFile(own, "put", ""), StandardCopyOption.REPLACE_EXISTING);
    }

    /** By a second name, which the system gives to nothing that is there, whoever puts it there just now. */
    private Catalog.File moveToNewName(Path source, String path) throws IOException {
        Path target = root.resolve(path);
        Files.createDirectories(target.getParent());
        sync(source, StandardOpenOption.WRITE);
        try {
            Files.createLink(target, source);
            Files.delete(source);
            return file(target, Files.readAttributes(target, BasicFileAttributes.class));
        } catch (FileAlreadyExistsException e) {
            throw StoreFailures.putMeanwhile(path);
        } catch (FileSystemException | UnsupportedOperationException e) {
            return moveUnderLock(source, path);
        }
    }

    /** Where the file system knows no second names: those who ask for the lock are kept apart. */
    private Catalog.File moveUnderLock(Path source, String path) throws IOException {
        try (var _ = FolderLock.of(root)) {
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
