package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.catalog.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces a file at a path that people use, unless the file there belongs to somebody else.
 *
 * @param root of the lake or its workspace
 */
public record FolderReplacement(Path root, Journal journal) {

    /**
     * @param staged complete and synced to disk, in the same file system
     * @return whether the file was replaced
     */
    public boolean put(Path staged, String path, UUID run) throws IOException {
        var files = new FolderFiles(root);
        try (var _ = FolderLock.of(root)) {
            Ownership own = Ownership.of(files, journal);
            Optional<Written> there = files.find(path);
            if (there.isPresent() && !own.isOwn(path)) {
                return false;
            }
            StoredRecord record =
                    journal.begin(run, List.of(Entry.of(path, Sha256.of(staged)).staying()));
            Path whole = root.resolve(path);
            Files.createDirectories(whole.resolveSibling(""));
            Files.move(staged, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            FolderTree.sync(whole.resolveSibling(""));
            journal.written(record, Map.of(path, files.find(path).orElseThrow()));
            // Removes the records of what was there before.
            own.forget(Set.of(path));
            return true;
        }
    }
}
