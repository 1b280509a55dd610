package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.FolderLock;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.FolderTree;
import io.duckboard.engine.catalog.journal.Passing;
import io.duckboard.engine.catalog.journal.PassingFiles;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.catalog.journal.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The catalog file in a folder. The new file is written beside it and then moved while the writer holds the folder's
 * lock.
 *
 * @param root of the lake or its workspace
 */
record FolderCatalog(Path root, Clock clock) implements CatalogFile {

    /** Long enough to wait for the lock. If the writer is killed meanwhile, the file stays no longer than this. */
    private static final Duration LIFE = Duration.ofHours(1);

    @Override
    public Optional<StoredFile> read() throws IOException {
        Path file = root.resolve(Catalog.FILE);
        try {
            byte[] json = Files.readAllBytes(file);
            return Optional.of(new StoredFile(
                    json, Sha256.of(json), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean swap(byte[] json, Optional<String> expected) throws IOException {
        String folder = LakeLayout.STAGING + "/" + RandomName.make() + "/";
        Passing record = new PassingFiles(root, clock).begin(LIFE, List.of(Entry.random(folder)));
        try {
            Path file = Files.createDirectories(root.resolve(folder)).resolve(Catalog.FILE);
            Files.write(file, json);
            FolderTree.sync(file);
            return moved(file, expected);
        } finally {
            record.end();
        }
    }

    private boolean moved(Path file, Optional<String> expected) throws IOException {
        try (var _ = FolderLock.of(root)) {
            if (!read().map(StoredFile::version).equals(expected)) {
                return false;
            }
            Files.move(file, root.resolve(Catalog.FILE), StandardCopyOption.ATOMIC_MOVE);
            FolderTree.sync(root);
            return true;
        }
    }
}
