package io.duckboard.engine.catalog.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files in a folder of this machine.
 *
 * @param root of the lake or its workspace
 */
public record FolderFiles(Path root) implements LakeFiles {

    @Override
    public Optional<Written> find(String path) throws IOException {
        try {
            BasicFileAttributes file =
                    Files.readAttributes(root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(written(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean areVersionsDigests() {
        return false;
    }

    @Override
    public String sha256(String path) throws IOException {
        return Sha256.of(root.resolve(path));
    }

    /** Skips what cannot be read, since it belongs to somebody else. */
    @Override
    public SortedMap<String, Written> below(String folder) throws IOException {
        var found = new TreeMap<String, Written>();
        Files.walkFileTree(root.resolve(folder), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.put(path(file), written(attributes));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    @Override
    public Optional<String> read(String path) throws IOException {
        try {
            // Other people's bytes may not be valid text.
            return Optional.of(new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.UTF_8));
        } catch (NoSuchFileException | AccessDeniedException e) {
            return Optional.empty();
        }
    }

    /** Appends in a single write: if the process is killed, either all of it is there or nothing that counts. */
    @Override
    public void write(String path, String text, int known) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        ByteBuffer more = StandardCharsets.UTF_8.encode(text.substring(known));
        StandardOpenOption how = known == 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.APPEND;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, how)) {
            while (more.hasRemaining()) {
                channel.write(more);
            }
        }
    }

    /** Also removes the folders of a run that become empty. The random part of a path identifies them. */
    @Override
    public void remove(String path) throws IOException {
        try {
            Files.deleteIfExists(root.resolve(path));
        } catch (DirectoryNotEmptyException e) {
            // Somebody has put a file into a folder of a run.
            return;
        }
        Path below = Path.of(path);
        for (Path folder = below.getParent();
                folder != null && Entry.isRandom(folder.toString() + "/");
                folder = folder.getParent()) {
            if (!isEmpty(root.resolve(folder))) {
                return;
            }
            Files.deleteIfExists(root.resolve(folder));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (NoSuchFileException e) {
            // Somebody else has just removed it.
            return true;
        }
    }

    private static Written written(BasicFileAttributes file) {
        return new Written(file.size(), Long.toString(file.lastModifiedTime().toMillis()));
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
