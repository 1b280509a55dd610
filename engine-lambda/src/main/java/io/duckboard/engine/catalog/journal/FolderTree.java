package io.duckboard.engine.catalog.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file, or a folder with all that is in it. */
public record FolderTree(Path top) {

    /** The files in it, or the file itself, by name. */
    public List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(top)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Puts all of it on the disk, so that a name never outlives its content.
     *
     * @return its bytes
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

    /** Leaves the folder itself. What is gone already is no failure. */
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

    /** What is gone already is no failure. */
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
