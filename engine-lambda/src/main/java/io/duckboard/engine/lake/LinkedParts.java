package io.duckboard.engine.lake;

import io.duckboard.engine.journal.Entry;
import io.duckboard.engine.journal.Passing;
import io.duckboard.engine.journal.PassingFiles;
import io.duckboard.engine.journal.RandomName;
import io.duckboard.engine.protocol.LakeLayout;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Parts in a folder. No query's DuckDB may open {@link LakeLayout#RESULTS}, so each part gets a second name under
 * {@link LakeLayout#STAGING}, which it may open, for as long as its query runs.
 *
 * @param links below the lake
 * @param record of the links; there is none where there are no parts, and nothing is written for them
 */
record LinkedParts(Path root, List<String> links, Optional<Passing> record) implements Parts {

    /** @throws NoSuchFileException by the name of a part that is not there */
    static LinkedParts of(List<UUID> files, Path root, PassingFiles passing) throws IOException {
        if (files.isEmpty()) {
            return new LinkedParts(root, List.of(), Optional.empty());
        }
        List<String> links = files.stream()
                .map(_ -> LakeLayout.STAGING + "/" + Parts.name(RandomName.make()))
                .toList();
        Files.createDirectories(root.resolve(LakeLayout.STAGING));
        Passing record = passing.begin(
                ResultStore.LIFE, links.stream().map(Entry::random).toList());
        try {
            for (int i = 0; i < files.size(); i++) {
                link(
                        root.resolve(links.get(i)),
                        root.resolve(ResultStore.FOLDER).resolve(Parts.name(files.get(i))));
            }
            return new LinkedParts(root, links, Optional.of(record));
        } catch (IOException e) {
            record.end();
            throw e;
        }
    }

    @Override
    public List<String> files() {
        return links.stream().map(link -> root.resolve(link).toString()).toList();
    }

    @Override
    public void close() throws LakeException {
        try {
            if (record.isPresent()) {
                record.get().end();
            }
        } catch (IOException e) {
            throw LakeException.unavailable(
                    "The parts of this query cannot be put away.",
                    "Check the rights of the lake's folder _duckboard.",
                    e);
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
