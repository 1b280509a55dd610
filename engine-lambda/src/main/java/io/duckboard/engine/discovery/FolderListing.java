package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.LakeLayout;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lists a folder of this machine. Links are followed if they end in the folder. What cannot be read, or leads elsewhere,
 * costs nothing but itself.
 */
public final class FolderListing {

    private final Path root;

    public FolderListing(Path root) {
        this.root = root;
    }

    /** Whether a file of this name is data, or may be. */
    public static boolean mayBeData(String name) {
        return switch (FileKind.of(name)) {
            case PARQUET, NAMELESS -> !name.startsWith("_") && !name.startsWith(".");
            case COMPRESSED_PARQUET, SOURCE, OTHER -> false;
        };
    }

    /** @throws IOException if the folder itself cannot be read */
    public Listing list() throws IOException {
        var walk = new Walk(root.toRealPath());
        if (Files.isDirectory(root.resolve(LakeLayout.JOURNAL))) {
            walk.found.hasJournal();
        }
        walk.entries(root, "", List.of());
        return walk.found.build();
    }

    private static final class Walk {

        private final Listing.Builder found = new Listing.Builder();
        private final Path realRoot;

        Walk(Path realRoot) {
            this.realRoot = realRoot;
        }

        /**
         * @param path of the folder below the root, with a slash at the end unless it is the root
         * @param trail the real folders from which links were followed to this one
         * @throws IOException if the root cannot be read
         */
        private void entries(Path folder, String path, List<Path> trail) throws IOException {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    entry(entry, path + entry.getFileName(), trail);
                }
            } catch (IOException | DirectoryIteratorException e) {
                if (path.isEmpty()) {
                    throw e instanceof DirectoryIteratorException broken ? broken.getCause() : (IOException) e;
                }
                found.leftOut(path, "The folder may not be read.", "Check its rights.");
            }
        }

        private void entry(Path entry, String path, List<Path> trail) throws IOException {
            BasicFileAttributes attributes;
            try {
                attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException e) {
                // It was removed since its name was read.
                return;
            }
            if (attributes.isSymbolicLink()) {
                follow(entry, path, trail);
            } else if (attributes.isDirectory()) {
                folder(entry, path, trail);
            } else if (attributes.isRegularFile()) {
                file(path, attributes);
            }
        }

        private void folder(Path folder, String path, List<Path> trail) throws IOException {
            if (!found.skips(path)) {
                entries(folder, path + "/", trail);
            }
        }

        private void file(String path, BasicFileAttributes attributes) {
            found.add(
                    path,
                    attributes.size(),
                    Long.toString(attributes.lastModifiedTime().toMillis()));
        }

        /** Whether files side by side in this place, or partitions side by side, are one table. */
        private static boolean isOfOneTable(String path, BasicFileAttributes attributes) {
            return attributes.isDirectory() ? path.indexOf('=', path.lastIndexOf('/') + 1) > 0 : path.contains("/");
        }

        /** A link may lead out of the lake, to private files, or around in a circle. */
        private void follow(Path link, String path, List<Path> trail) throws IOException {
            Path target;
            Path from;
            BasicFileAttributes attributes;
            try {
                target = link.toRealPath();
                from = Objects.requireNonNull(link.getParent()).toRealPath();
                attributes = Files.readAttributes(target, BasicFileAttributes.class);
            } catch (IOException e) {
                found.leftOut(path, "It is a link that leads nowhere.", "Mend or remove the link.");
                return;
            }
            if (!target.startsWith(realRoot)) {
                found.leftOut(
                        path, "It is a link that leads out of the lake.", "Put the files themselves into the lake.");
            } else if (from.equals(target.getParent()) && isOfOneTable(path, attributes)) {
                found.leftOut(
                        path,
                        "It is a link to what lies beside it, and would count twice.",
                        "Name " + target.getFileName() + " instead.");
            } else if (LakeLayout.leadsToPrivate(realRoot.relativize(target) + "/")) {
                found.leftOut(path, "It is a link to what Duckboard keeps for itself.", "Remove the link.");
            } else if (attributes.isRegularFile()) {
                file(path, attributes);
            } else if (attributes.isDirectory()) {
                var longer = new ArrayList<>(trail);
                longer.add(from);
                if (longer.stream().anyMatch(folder -> folder.startsWith(target))) {
                    found.leftOut(path + "/", "It is a link to a folder that it lies in.", "Remove the link.");
                } else {
                    folder(link, path, longer);
                }
            }
        }
    }
}
