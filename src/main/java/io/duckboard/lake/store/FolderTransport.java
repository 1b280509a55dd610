package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.FolderLock;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.FolderFiles;
import io.duckboard.engine.catalog.journal.FolderReplacement;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.catalog.journal.PassingFiles;
import io.duckboard.engine.catalog.store.CatalogStore;
import io.duckboard.engine.discovery.FolderEnds;
import io.duckboard.engine.discovery.FolderListing;
import io.duckboard.engine.discovery.Listing;
import io.duckboard.lake.store.LakeStore.Upload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
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
import java.util.function.Supplier;

/**
 * A lake in a folder. Files are written under _duckboard/ and moved to their final names once they are complete and on
 * the disk, since a process can die at any byte of a file that it is writing.
 */
final class FolderTransport implements StoreTransport {

    private final Path root;
    private final Clock clock;
    private final CatalogStore catalogs;

    FolderTransport(LakeLocation.Folder lake, Clock clock) {
        this.root = lake.path();
        this.clock = clock;
        this.catalogs = CatalogStore.in(root, clock);
    }

    @Override
    public CatalogStore catalogs() {
        return catalogs;
    }

    @Override
    public LakeFiles files() {
        return new FolderFiles(root);
    }

    @Override
    public List<Catalog.File> listOlderThan(Instant time, String path, LongConsumer progress) throws IOException {
        var found = new ArrayList<Catalog.File>();
        if (Files.isDirectory(root.resolve(path))) {
            Files.walkFileTree(root.resolve(path), new DataFiles(time, found, progress));
        }
        found.sort(Comparator.comparing(Catalog.File::path));
        return List.copyOf(found);
    }

    @Override
    public Listing listing(LongConsumer progress) throws IOException {
        Listing listing = new FolderListing(root).list();
        progress.accept(listing.files().size());
        return listing;
    }

    @Override
    public HeldFolder hold() throws IOException {
        return HeldFolder.in(root, clock);
    }

    @Override
    public List<Upload> staged(Collection<Upload> uploads, Supplier<Path> staging) throws IOException {
        Path own = staging.get();
        var staged = new ArrayList<Upload>();
        for (Upload upload : uploads) {
            staged.add(new Upload(staged(upload.file(), own), upload.path(), upload.stays()));
        }
        return staged;
    }

    private static Path staged(Path file, Path own) throws IOException {
        return file.startsWith(own)
                ? file
                : Files.copy(file, Files.createTempFile(own, "put", ""), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public List<Catalog.File> put(List<Upload> uploads, LongConsumer progress) throws IOException {
        List<Callable<Catalog.File>> moves = uploads.stream()
                .<Callable<Catalog.File>>map(upload -> () -> {
                    Catalog.File file = moveToNewName(upload.file(), upload.path());
                    progress.accept(file.bytes());
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
    public boolean replace(Upload upload, UUID run) throws IOException {
        sync(upload.file(), StandardOpenOption.WRITE);
        return new FolderReplacement(root, catalogs.journal()).put(upload.file(), upload.path(), run);
    }

    @Override
    public byte[] tail(String path, int bytes) throws IOException {
        return new FolderEnds(root).end(new Catalog.File(path, 0, ""), bytes);
    }

    @Override
    public byte[] end(String path, int bytes) throws AccessDeniedException, NoSuchFileException {
        try {
            return tail(path, bytes);
        } catch (AccessDeniedException | NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw FolderFailures.of(root, e);
        }
    }

    @Override
    public Optional<Path> local(String path) {
        return Optional.of(root.resolve(path));
    }

    @Override
    public void removeLeftovers(Ownership own, Instant before) throws IOException {
        new PassingFiles(root, clock).removeExpired();
    }

    @Override
    public <T> T translating(Callable<T> work) {
        return FolderFailures.translating(root, work);
    }

    @Override
    public void close() {
        // A folder has no public access.
    }

    /**
     * Creates a hard link: the system refuses it if the name exists, even if somebody creates it at the same moment.
     */
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

    /** For file systems without hard links: a lock keeps the processes that respect it apart. */
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

    /** Returns the folders between a file and the lake's root, whose entries hold its name. */
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
        private final LongConsumer progress;

        DataFiles(Instant before, List<Catalog.File> found, LongConsumer progress) {
            this.before = before;
            this.found = found;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean data =
                    folder.equals(root) || !LakeLayout.isPrivate(path(folder).split("/", 2)[0]);
            return data ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            progress.accept(1);
            if (attributes.isRegularFile()
                    && Layout.isData(path(file))
                    && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                found.add(FolderTransport.this.file(file, attributes));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
