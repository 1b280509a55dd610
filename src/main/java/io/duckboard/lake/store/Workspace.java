package io.duckboard.lake.store;

import io.duckboard.engine.protocol.FolderLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A folder of one run. A lock tells that the run lives; those of dead runs are removed by the next. */
final class Workspace implements AutoCloseable {

    private static final String PREFIX = "load-";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel alive;

    private Workspace(Path folder, FileChannel alive) {
        this.folder = folder;
        this.alive = alive;
    }

    static Workspace in(Path staging) throws IOException {
        try (var _ = FolderLock.of(staging)) {
            removeDead(staging);
            Path folder = staging.resolve(PREFIX + UUID.randomUUID());
            FileChannel alive =
                    FileChannel.open(lockOf(folder), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            alive.lock();
            Files.createDirectory(folder);
            return new Workspace(folder, alive);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.deleteIfExists(lockOf(folder));
        alive.close();
    }

    private static void removeDead(Path staging) throws IOException {
        List<Path> locks;
        try (Stream<Path> children = Files.list(staging)) {
            locks = children.filter(child -> {
                        String name = child.getFileName().toString();
                        return name.startsWith(PREFIX) && name.endsWith(LOCK);
                    })
                    .toList();
        }
        for (Path lock : locks) {
            removeIfDead(lock);
        }
    }

    private static void removeIfDead(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                String name = lock.getFileName().toString();
                FileSystemUtils.deleteRecursively(
                        lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lock);
            }
        } catch (OverlappingFileLockException e) {
            // This very process holds it.
            return;
        } catch (NoSuchFileException e) {
            // Its run has just ended.
            return;
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }
}
