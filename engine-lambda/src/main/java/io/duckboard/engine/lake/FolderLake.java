package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.CatalogJson;
import io.duckboard.engine.protocol.LakeLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A lake in a folder of this machine. */
public final class FolderLake {

    /** Where the lake's own layout keeps data, whether or not it is there yet. */
    private static final List<String> LAYOUT = List.of("dashboard", "dataset", "models", "partitioned", "reference");

    /** Other people's answers, their cancel markers, and work that is not finished. */
    private static final Set<String> PRIVATE = Set.of("control", "results", "staging");

    private final Path root;

    public FolderLake(LakeLocation.Folder location) {
        this.root = location.path();
    }

    public Path root() {
        return root;
    }

    /**
     * The lake's catalog now; {@code known} itself if nothing was published since.
     *
     * @throws LakeException if the lake or its catalog cannot be read
     */
    public Snapshot snapshot(Snapshot known) throws LakeException {
        Path file = root.resolve(Catalog.FILE);
        try {
            String version = version(Files.readAttributes(file, BasicFileAttributes.class));
            return version.equals(known.version())
                    ? known
                    : new Snapshot(CatalogJson.read(Files.readAllBytes(file)), version);
        } catch (NoSuchFileException e) {
            if (Files.isDirectory(root)) {
                return Snapshot.EMPTY;
            }
            throw new LakeException(
                    "The lake's folder is not there.", "Check DUCKBOARD_LAKE, or create the folder.", e);
        } catch (IOException e) {
            throw new LakeException("The lake's catalog cannot be read.", "Check the rights of its folder.", e);
        } catch (IllegalArgumentException e) {
            throw new LakeException(
                    "The lake's " + e.getMessage() + ".",
                    "Put the last good catalog.json back, or load the lake anew.",
                    e);
        }
    }

    /** The folders that queries may read. */
    public List<Path> readableDirectories() throws LakeException {
        var names = new TreeSet<>(LAYOUT);
        try (Stream<Path> children = Files.list(root)) {
            children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !PRIVATE.contains(name) && !name.startsWith("."))
                    .forEach(names::add);
        } catch (IOException e) {
            throw new LakeException("The lake's folder cannot be read.", "Check DUCKBOARD_LAKE and its rights.", e);
        }
        return names.stream().map(root::resolve).toList();
    }

    /** The file is replaced and never rewritten, so its key or its time changes with every publish. */
    private static String version(BasicFileAttributes file) {
        return Long.toHexString(file.lastModifiedTime().toMillis()) + "-"
                + Integer.toHexString(Objects.hash(file.size(), file.fileKey()));
    }
}
