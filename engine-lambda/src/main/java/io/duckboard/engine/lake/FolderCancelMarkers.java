package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.LakeLayout;
import io.duckboard.engine.protocol.LakeLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Markers in a folder of this machine. */
public final class FolderCancelMarkers implements CancelMarkers {

    private final Path folder;
    private final Clock clock;

    public FolderCancelMarkers(LakeLocation.Folder workspace, Clock clock) {
        this.folder = workspace.path().resolve(LakeLayout.CONTROL);
        this.clock = clock;
    }

    @Override
    public void cancel(UUID queryId) throws LakeException {
        try {
            Files.createDirectories(folder);
            removeOld();
            Files.write(folder.resolve(queryId.toString()), new byte[0]);
        } catch (IOException | UncheckedIOException e) {
            throw LakeException.unavailable(
                    "The query cannot be cancelled: the lake's folder cannot be written.",
                    "Check the rights of its folder _duckboard. The query ends at its deadline at the latest.",
                    e);
        }
    }

    @Override
    public boolean isCancelled(UUID queryId) {
        return Files.exists(folder.resolve(queryId.toString()));
    }

    private void removeOld() throws IOException {
        Instant oldest = clock.instant().minus(LIFE);
        List<Path> markers;
        try (Stream<Path> files = Files.list(folder)) {
            markers = files.toList();
        }
        for (Path marker : markers) {
            if (Files.exists(marker)
                    && Files.getLastModifiedTime(marker).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(marker);
            }
        }
    }
}
