package io.duckboard.engine.catalog.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Works on a file, or on a folder with everything in it. */
public record FolderTree(Path top) {

    /** The files in the folder, or the file itself, sorted by name. */
    public List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(top)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Syncs everything to disk, so that a name never survives without its content.
     *
     * @return the size in bytes
     */
    public long sync() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            sync(file);
            bytes += Files.size(file);
        }
        return bytes;
    }

    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Keeps the folder itself. A file that is gone already does not count as a failure. */
    void clear() throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        List<Path> children;
        try (Stream<Path> found = Files.list(top)) {
            children = found.toList();
        }
        for (Path child : children) {
            new FolderTree(child).delete();
        }
    }

    /** A file that is gone already does not count as a failure. */
    public void delete() throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(top)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
