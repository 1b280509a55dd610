package io.duckboard.lake.ownership;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.lake.ownership.ForeignFile.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder of this machine. */
record FolderPlace(Path root) implements Place {

    @Override
    public LakeLocation location() {
        return new LakeLocation.Folder(root);
    }

    @Override
    public void put(ForeignFile file) {
        try {
            Path path = root.resolve(file.path());
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, file.bytes().asByteArrayUnsafe());
            Files.setLastModifiedTime(path, FileTime.from(file.modified()));
            if (file.access() == Access.READ_ONLY) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String path) {
        try {
            return Files.readAllBytes(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Describes each file by its digest, and by its time and permissions, which a copy would not have. */
    @Override
    public SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        walk((path, attributes) -> {
            if (!attributes.isDirectory()) {
                files.put(path, digest(read(path)) + " " + attributes.lastModifiedTime() + " " + rights(path));
            }
        });
        return files;
    }

    @Override
    public Set<String> folders() {
        var folders = new HashSet<String>();
        walk((path, attributes) -> {
            if (attributes.isDirectory()) {
                folders.add(path);
            }
        });
        return folders;
    }

    @Override
    public Set<String> traces() {
        var traces = new HashSet<String>();
        walk((path, attributes) -> traces.add(path + " " + attributes.lastModifiedTime()));
        return traces;
    }

    @Override
    public boolean expires(String path) {
        return false;
    }

    private void walk(Look look) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    look.at(root.relativize(folder).toString(), attributes);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    look.at(root.relativize(file).toString(), attributes);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rights(String path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        return Sha256.of(bytes).substring(0, 16);
    }

    @FunctionalInterface
    private interface Look {
        void at(String path, BasicFileAttributes attributes);
    }
}
