package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A lake in a folder of this machine. */
public final class FolderLake implements Lake {

    /** A folder, a folder of folders, and two levels of hive partitions with files in them. */
    private static final int DEPTH = 5;

    private final Path root;

    public FolderLake(LakeLocation.Folder location) {
        this.root = location.path();
    }

    @Override
    public Prefixes prefixes() {
        return Prefixes.of(root + "/");
    }

    @Override
    public Optional<Snapshot> published(Snapshot known, RemoteFiles files) throws LakeException {
        Path file = root.resolve(Catalog.FILE);
        try {
            String version = version(Files.readAttributes(file, BasicFileAttributes.class));
            return Optional.of(
                    version.equals(known.version())
                            ? known
                            : new Snapshot(Snapshot.catalog(Files.readString(file)), version));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw LakeException.unavailable("The lake's catalog cannot be read.", "Check the rights of its folder.", e);
        }
    }

    /** The folders that hold no answers, and the Parquet files beside them. */
    @Override
    public List<String> readablePlaces() throws LakeException {
        var names = new TreeSet<String>();
        var links = new FolderLinks(root);
        LakeLayout.DATA.stream().filter(name -> !links.leadsOut(name)).forEach(name -> names.add(name + "/"));
        try (Stream<Path> children = Files.list(root)) {
            children.forEach(child -> {
                String name = child.getFileName().toString();
                if (links.leadsOut(name)) {
                    return;
                }
                if (Files.isDirectory(child) && !LakeLayout.isHidden(name)) {
                    names.add(name + "/");
                } else if (name.endsWith(".parquet") && Files.isRegularFile(child)) {
                    names.add(name);
                }
            });
        } catch (IOException e) {
            throw unreadable(e);
        }
        return names.stream().map(name -> root + "/" + name).toList();
    }

    @Override
    public Snapshot discovered(Snapshot known, RemoteFiles remote) throws LakeException {
        try (Stream<Path> files = Files.find(root, DEPTH, (path, attributes) -> attributes.isRegularFile())) {
            return Snapshot.discovered(
                    files.map(file -> root.relativize(file).toString()).sorted().toList(), known);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private LakeException unreadable(Exception cause) {
        if (!Files.isDirectory(root)) {
            return LakeException.unavailable(
                    "The lake's folder is not there.", "Check DUCKBOARD_LAKE, or create the folder.", cause);
        }
        return LakeException.unavailable(
                "The lake's folder cannot be read.", "Check DUCKBOARD_LAKE and its rights.", cause);
    }

    /** The file is always replaced and never rewritten, so its key or its time changes with every publish. */
    private static String version(BasicFileAttributes file) {
        return Long.toHexString(file.lastModifiedTime().toMillis()) + "-"
                + Integer.toHexString(Objects.hash(file.size(), file.fileKey()));
    }
}
