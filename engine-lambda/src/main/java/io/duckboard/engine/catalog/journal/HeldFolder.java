package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.catalog.FolderLock;
import io.duckboard.engine.catalog.LakeLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A folder for making files that exists only as long as its process, however the process ends. Its record is locked
 * while somebody works there. Whoever starts a load, looks after the lake or sees a worker end removes the folders
 * that nobody holds.
 */
public final class HeldFolder implements AutoCloseable {

    private static final String RECORDS = LakeLayout.JOURNAL + "/held";
    private static final String LOADS = LakeLayout.STAGING + "/load-";

    private static final Pattern NAME = Pattern.compile(RECORDS + "/" + RecordName.PATTERN);

    private static final Pattern FOLDER =
            Pattern.compile(LakeLayout.STAGING + "/(?:load-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[^/]*/");

    /** Far longer than any Duckboard process takes to publish an answer or a catalog. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration PATIENCE_TO_MAKE = Duration.ofSeconds(10);

    /**
     * Files held by this process: a process that opens a file and closes it again releases all its locks on that file.
     */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path record;
    private final FileChannel held;

    private HeldFolder(Path folder, Path record, FileChannel held) {
        this.folder = folder;
        this.record = record;
        this.held = held;
    }

    /** @param root of the lake, its workspace or the home */
    public static HeldFolder in(Path root, Clock clock) throws IOException {
        removeAbandoned(root);
        String record = RecordName.make();
        // Both names have the same 128 random bits, so older versions recognise the folder as part of a load.
        String path = LOADS + record.substring(0, record.length() - RecordName.END.length()) + "/";
        try (var _ = FolderLock.of(root)) {
            return held(root, record, path, clock);
        }
    }

    /**
     * Makes the folder under a name that the caller has chosen.
     *
     * @param root of the lake or its workspace
     * @param name 128 random bits; no folder of this name exists at the moment
     * @throws IOException if the folder cannot be made, or the lake's lock does not become free for ten seconds
     */
    public static HeldFolder named(UUID name, Path root, Clock clock) throws IOException {
        try (var _ = FolderLock.within(PATIENCE_TO_MAKE, root)
                .orElseThrow(() -> new IOException("the lake's lock is held by somebody else"))) {
            return held(root, RecordName.make(), LakeLayout.STAGING + "/" + name + "/", clock);
        }
    }

    /** The caller holds the lake's lock. */
    private static HeldFolder held(Path root, String name, String path, Clock clock) throws IOException {
        Entry folder = Entry.random(path);
        ByteBuffer text = StandardCharsets.UTF_8.encode(
                JournalJson.begun(new JournalRecord(RandomName.make(), clock.instant(), List.of(folder))));
        Path record = Files.createDirectories(root.resolve(RECORDS)).resolve(name);
        FileChannel channel = FileChannel.open(record, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        HERE.add(record);
        var held = new HeldFolder(root.resolve(path), record, channel);
        try {
            channel.write(text);
            channel.lock();
            Files.createDirectory(held.folder);
            return held;
        } catch (IOException e) {
            held.letGo();
            throw e;
        }
    }

    /**
     * Removes the folders that nobody holds any more. If the lake is busy this is left for another time, since workers
     * and cancels are waiting.
     */
    public static void removeAbandoned(Path root) throws IOException {
        if (!others(root).isEmpty()) {
            // A process holds its folder before another one looks. Only under the lock is it known which folders belong
            // to this process, and those must not even be opened.
            Optional<FolderLock> lock = FolderLock.within(PATIENCE, root);
            if (lock.isPresent()) {
                try (var _ = lock.get()) {
                    removeAbandonedOf(root);
                }
            }
        }
    }

    private static void removeAbandonedOf(Path root) throws IOException {
        for (Path record : others(root)) {
            Optional<List<Entry>> folders = folders(root, record);
            if (folders.isPresent()) {
                removeIfAbandoned(root, record, folders.get());
            }
        }
    }

    /** Removes everything in the folder. */
    public void clear() throws IOException {
        new FolderTree(folder).clear();
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        new FolderTree(folder).delete();
        letGo();
    }

    private void letGo() throws IOException {
        Files.deleteIfExists(record);
        held.close();
        HERE.remove(record);
    }

    /** Those that this process does not hold, recognised by their names, which contain a check. */
    private static List<Path> others(Path root) throws IOException {
        return new FolderFiles(root)
                .below(RECORDS).keySet().stream()
                        .filter(path -> NAME.matcher(path).matches() && RecordName.endsIn(path))
                        .map(root::resolve)
                        .filter(record -> !HERE.contains(record))
                        .toList();
    }

    private static void removeIfAbandoned(Path root, Path record, List<Entry> folders) throws IOException {
        try (FileChannel channel = FileChannel.open(record, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                for (Entry folder : folders) {
                    new FolderTree(root.resolve(folder.path())).delete();
                }
                Files.deleteIfExists(record);
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            // The work there has just ended, or the folder belongs to another user.
            return;
        }
    }

    /** Has no folder if a kill left the record empty, before the folder was made. Empty if the file is not a record. */
    private static Optional<List<Entry>> folders(Path root, Path file) throws IOException {
        Optional<String> text = new FolderFiles(root).read(root.relativize(file).toString());
        if (text.isEmpty() || text.get().isEmpty()) {
            return text.map(_ -> List.of());
        }
        return JournalJson.read(text.get())
                .map(JournalRecord::entries)
                .filter(entries -> entries.size() == 1
                        && FOLDER.matcher(entries.getFirst().path()).matches());
    }
}
