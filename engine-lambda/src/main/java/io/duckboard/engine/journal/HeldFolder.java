package io.duckboard.engine.journal;

import io.duckboard.engine.protocol.FolderLock;
import io.duckboard.engine.protocol.LakeLayout;
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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A folder to make files in, which ends with its process, however that ends: its record is locked as long as somebody
 * works there, and whoever takes the next one, or looks after the lake, removes those that nobody holds.
 */
public final class HeldFolder implements AutoCloseable {

    private static final String RECORDS = LakeLayout.JOURNAL + "/held";
    private static final String END = ".json";

    private static final Pattern NAME = Pattern.compile(RECORDS + "/" + RecordName.PATTERN);

    /** Of this process: whoever opens a file and closes it again lets go of all locks that the process has on it. */
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
        try (var _ = FolderLock.of(root)) {
            Path record = Files.createDirectories(root.resolve(RECORDS)).resolve(RecordName.make());
            Entry folder = folderOf(record);
            ByteBuffer text = StandardCharsets.UTF_8.encode(
                    JournalJson.begun(new JournalRecord(RandomName.make(), clock.instant(), List.of(folder))));
            FileChannel held = FileChannel.open(record, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            HERE.add(record);
            held.write(text);
            held.lock();
            return new HeldFolder(Files.createDirectory(root.resolve(folder.path())), record, held);
        }
    }

    /** Removes those that nobody holds any more. */
    public static void removeAbandoned(Path root) throws IOException {
        if (!others(root).isEmpty()) {
            // Whoever makes one holds it before the next looks: only now it is known which are of this process, and
            // those
            // may not even be opened.
            try (var _ = FolderLock.of(root)) {
                for (Path record : others(root)) {
                    if (isRecord(root, record)) {
                        removeIfAbandoned(root, record);
                    }
                }
            }
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        new FolderTree(folder).delete();
        Files.deleteIfExists(record);
        held.close();
        HERE.remove(record);
    }

    /** Both have the same 128 random bits in their names. */
    private static Entry folderOf(Path record) {
        String name = record.getFileName().toString();
        return Entry.random(
                LakeLayout.STAGING + "/load-" + name.substring(0, Math.max(0, name.length() - END.length())) + "/");
    }

    /** By their names, which have a check: those that this process does not hold. */
    private static List<Path> others(Path root) throws IOException {
        return new FolderFiles(root)
                .below(RECORDS).stream()
                        .filter(path -> NAME.matcher(path).matches() && RecordName.endsIn(path))
                        .map(root::resolve)
                        .filter(record -> !HERE.contains(record))
                        .toList();
    }

    private static void removeIfAbandoned(Path root, Path record) throws IOException {
        try (FileChannel channel = FileChannel.open(record, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                new FolderTree(root.resolve(folderOf(record).path())).delete();
                Files.deleteIfExists(record);
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            // Its work has just ended, or it is another user's.
            return;
        }
    }

    /** One that a kill has left empty tells by its name. */
    private static boolean isRecord(Path root, Path file) throws IOException {
        String path = root.relativize(file).toString();
        return RecordName.endsIn(path)
                && new FolderFiles(root)
                        .read(path)
                        .filter(text -> text.isEmpty()
                                || JournalJson.read(text)
                                        .filter(record -> record.entries().equals(List.of(folderOf(file))))
                                        .isPresent())
                        .isPresent();
    }
}
