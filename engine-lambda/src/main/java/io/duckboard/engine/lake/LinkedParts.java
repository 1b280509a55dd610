package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.LakeLayout;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Parts in a folder. No query's DuckDB may open {@link LakeLayout#RESULTS}, so each part gets a second name under
 * {@link LakeLayout#STAGING}, which it may open, for as long as its query runs.
 */
final class LinkedParts implements Parts {

    private final List<Path> links = new ArrayList<>();

    /** @throws NoSuchFileException by the name of a part that is not there */
    static LinkedParts of(List<UUID> ids, Path results, Path staging) throws IOException {
        Files.createDirectories(staging);
        var parts = new LinkedParts();
        try {
            for (UUID id : ids) {
                Path link = staging.resolve(Parts.name(UUID.randomUUID()));
                link(link, results.resolve(Parts.name(id)));
                parts.links.add(link);
            }
            return parts;
        } catch (IOException e) {
            parts.remove();
            throw e;
        }
    }

    @Override
    public List<String> files() {
        return links.stream().map(Path::toString).toList();
    }

    @Override
    public void close() throws LakeException {
        try {
            remove();
        } catch (IOException e) {
            throw LakeException.unavailable(
                    "The parts of this query cannot be put away.",
                    "Check the rights of the lake's folder _duckboard.",
                    e);
        }
    }

    private void remove() throws IOException {
        for (Path link : links) {
            Files.deleteIfExists(link);
        }
    }

    private static void link(Path link, Path part) throws IOException {
        try {
            Files.createLink(link, part);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(part.getFileName().toString());
        } catch (FileSystemException | UnsupportedOperationException e) {
            // Some file systems know no second names, and some systems give none to another user's files.
            Files.copy(part, link);
        }
    }
}
