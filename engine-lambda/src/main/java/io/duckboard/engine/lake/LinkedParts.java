package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.journal.RandomName;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Parts in a folder. No query's DuckDB may open {@link LakeLayout#RESULTS}, so each part gets a second name in the
 * room of its engine while its query runs.
 *
 * @param files the second names
 * @param room has been entered, unless there are no parts
 */
record LinkedParts(List<String> files, QueryRoom room) implements Parts {

    /**
     * @param results the folder of the results
     * @throws NoSuchFileException with the name of a part that does not exist
     */
    static LinkedParts of(List<UUID> files, Path results, QueryRoom room) throws IOException {
        var links = new ArrayList<String>();
        if (!files.isEmpty()) {
            room.enter();
        }
        try {
            for (UUID file : files) {
                // Uses another name, so that knowing the part's own name is of no use here.
                Path link = room.folder().resolve(Parts.name(RandomName.make()));
                link(link, results.resolve(Parts.name(file)));
                links.add(link.toString());
            }
            return new LinkedParts(links, room);
        } catch (IOException e) {
            room.leave();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (!files.isEmpty()) {
                room.leave();
            }
        } catch (IOException e) {
            // The answer is complete and its caller is waiting for it; the room is removed with its worker.
            System.err.println("The engine's room is not empty: " + e.getMessage());
        }
    }

    private static void link(Path link, Path part) throws IOException {
        try {
            Files.createLink(link, part);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(part.getFileName().toString());
        } catch (FileSystemException | UnsupportedOperationException e) {
            // Some file systems do not support second names, and some systems do not allow them for another user's
            // files.
            Files.copy(part, link);
        }
    }
}
