package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.Passing;
import io.duckboard.engine.catalog.journal.PassingFiles;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.catalog.journal.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Markers in a folder of this machine. */
public final class FolderCancelMarkers implements CancelMarkers {

    private final Path root;
    private final PassingFiles passing;

    public FolderCancelMarkers(LakeLocation.Folder workspace, Clock clock) {
        this.root = workspace.path();
        this.passing = new PassingFiles(root, clock);
    }

    @Override
    public void cancel(UUID queryId) throws LakeException {
        try {
            passing.removeExpired();
            mark(queryId);
        } catch (IOException | UncheckedIOException e) {
            throw LakeException.unavailable(
                    "The query cannot be cancelled: the lake's folder cannot be written.",
                    "Check the rights of its folder _duckboard. The query ends at its deadline at the latest.",
                    e);
        }
    }

    /** The caller chooses the name of a marker, so its content must be something that nobody else can have written. */
    private void mark(UUID queryId) throws IOException {
        byte[] content = RandomName.make().toString().getBytes(StandardCharsets.US_ASCII);
        String path = path(queryId);
        Files.createDirectories(root.resolve(LakeLayout.CONTROL));
        Passing record = passing.begin(LIFE, List.of(Entry.of(path, Sha256.of(content))));
        try {
            Files.write(root.resolve(path), content, StandardOpenOption.CREATE_NEW);
            record.written(path);
        } catch (FileAlreadyExistsException e) {
            // The query is cancelled already.
            record.end();
        }
    }

    @Override
    public boolean isCancelled(UUID queryId) {
        return Files.exists(root.resolve(path(queryId)));
    }

    private static String path(UUID queryId) {
        return LakeLayout.CONTROL + "/" + queryId;
    }
}
