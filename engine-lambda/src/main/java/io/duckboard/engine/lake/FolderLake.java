package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.discovery.FolderEnds;
import io.duckboard.engine.discovery.FolderListing;
import io.duckboard.engine.discovery.Listing;
import java.io.IOException;
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

    private final Path root;
    private final RecentListing recent = new RecentListing(System::nanoTime);
    private final DiscoveredTables discovered;

    /** @param discovered the folder where tables without a catalog are remembered; empty if they are not */
    public FolderLake(LakeLocation.Folder location, Optional<Path> discovered) {
        this.root = location.path();
        this.discovered = new DiscoveredTables(
                new FolderEnds(root),
                root + "/",
                location.name(),
                new RememberedTables(discovered, location.toString()));
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

    /** The folders that hold no answers, and the files beside them that may be data. */
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
                } else if (FolderListing.mayBeData(name) && Files.isRegularFile(child)) {
                    names.add(name);
                }
            });
        } catch (IOException e) {
            throw unreadable(e);
        }
        return names.stream().map(name -> root + "/" + name).toList();
    }

    @Override
    public String versions(List<Catalog.File> files) throws IOException {
        var versions = new StringBuilder();
        for (Catalog.File file : files) {
            BasicFileAttributes now = Files.readAttributes(root.resolve(file.path()), BasicFileAttributes.class);
            versions.append(file.path()).append(' ').append(version(now)).append('\n');
        }
        return versions.toString();
    }

    @Override
    public Snapshot discovered(Snapshot known, RemoteFiles remote) throws LakeException {
        try {
            Listing listing = recent.get(new FolderListing(root)::list, known.equals(Snapshot.EMPTY));
            return discovered.snapshot(listing, known, remote);
        } catch (IOException e) {
            if (e.getCause() instanceof LakeException cause) {
                throw cause;
            }
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
