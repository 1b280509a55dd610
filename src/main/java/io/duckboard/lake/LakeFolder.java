package io.duckboard.lake;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.CatalogJson;
import io.duckboard.engine.protocol.LakeLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A lake's folder while it is written: everything is made under staging/ and moved to its name when it is whole, since
 * a file that is being written can be cut off at any byte, and only names are atomic.
 */
final class LakeFolder implements AutoCloseable {

    private final Path root;
    private final Path staging;

    LakeFolder(LakeLocation.Folder lake) throws IOException {
        this.root = lake.path();
        this.staging = root.resolve("staging").resolve(UUID.randomUUID().toString());
        Files.createDirectories(staging);
    }

    /** Where to make what {@link #move} will put in place. */
    Path staged(String name) {
        return staging.resolve(name);
    }

    /** Moves a staged file, or all the files of a staged folder, to {@code path} below the lake. */
    List<Catalog.File> move(String name, String path) throws IOException {
        Path source = staged(name);
        var moved = new ArrayList<Catalog.File>();
        try (Stream<Path> found = Files.walk(source)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                moved.add(moveFile(file, root.resolve(path).resolve(source.relativize(file))));
            }
        }
        return moved;
    }

    /** Puts a copy of a file of the lake at another place of it. */
    void copy(String from, String to) throws IOException {
        Path copy = staged("copy");
        Files.copy(root.resolve(from), copy, StandardCopyOption.REPLACE_EXISTING);
        moveFile(copy, root.resolve(to));
    }

    /** Swaps the catalog: from here on readers see its tables. */
    void publish(Catalog catalog) throws IOException {
        Path file = staged(Catalog.FILE);
        Files.write(file, CatalogJson.write(catalog));
        moveFile(file, root.resolve(Catalog.FILE));
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(staging);
    }

    private Catalog.File moveFile(Path source, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Catalog.File(
                root.relativize(target).toString().replace('\\', '/'),
                Files.size(target),
                Long.toString(Files.getLastModifiedTime(target).toMillis()));
    }
}
