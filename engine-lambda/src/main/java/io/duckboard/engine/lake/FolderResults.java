package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.LakeLayout;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Results in a folder: written in {@link LakeLayout#STAGING}, which a kill may leave something in, and moved when whole. */
public final class FolderResults implements ResultStore {

    /** Of what an engine has written; anything else in these folders is someone else's. */
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.\\w+");

    /** Looking through all results costs more than writing a small one, and they live for a day. */
    private static final Duration BETWEEN_REMOVALS = Duration.ofMinutes(10);

    private final Path results;
    private final Path staging;
    private final Optional<LinkSignature> signature;
    private final Clock clock;
    private Instant nextRemoval = Instant.MIN;

    /** @param signature of links, where something serves them */
    public FolderResults(LakeLocation.Folder workspace, Optional<LinkSignature> signature, Clock clock) {
        this.results = folder(workspace);
        this.staging = workspace.path().resolve(LakeLayout.STAGING);
        this.signature = signature;
        this.clock = clock;
    }

    /** Where results lie. */
    public static Path folder(LakeLocation.Folder workspace) {
        return workspace.path().resolve(FOLDER);
    }

    @Override
    public List<String> writablePlaces() {
        return List.of(staging + "/");
    }

    @Override
    public Draft draft(String name, RemoteFiles files) throws LakeException {
        if (!clock.instant().isBefore(nextRemoval)) {
            removeExpired();
        }
        try {
            Files.createDirectories(staging);
            Files.createDirectories(results);
            return new StagedFile(name, staging.resolve(name), results.resolve(name));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void removeExpired() throws LakeException {
        Instant oldest = clock.instant().minus(LIFE);
        nextRemoval = clock.instant().plus(BETWEEN_REMOVALS);
        try {
            for (Path folder : List.of(results, staging)) {
                if (Files.isDirectory(folder)) {
                    removeOlder(folder, oldest);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    private static void removeOlder(Path folder, Instant oldest) throws IOException {
        List<Path> written;
        try (Stream<Path> files = Files.list(folder)) {
            written = files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
        for (Path file : written) {
            // Another engine may be removing it just now.
            if (Files.exists(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public Parts parts(List<UUID> ids) throws LakeException {
        try {
            return LinkedParts.of(ids, results, staging);
        } catch (NoSuchFileException e) {
            throw new LakeException(Parts.missing("File " + FOLDER + "/" + e.getFile()), e);
        } catch (IOException e) {
            throw LakeException.unavailable(
                    "The parts of this query cannot be read.", "Check the rights of the lake's folder _duckboard.", e);
        }
    }

    private static LakeException unwritable(Exception cause) {
        return LakeException.unavailable(
                "The whole answer cannot be written: the lake's folder does not take it.",
                "Check the rights of its folder _duckboard, and the room on its disk.",
                cause);
    }

    private final class StagedFile implements Draft {

        private final String name;
        private final Path staged;
        private final Path result;

        StagedFile(String name, Path staged, Path result) {
            this.name = name;
            this.staged = staged;
            this.result = result;
        }

        @Override
        public String target() {
            return staged.toString();
        }

        @Override
        public OutputStream stream() throws IOException {
            return Files.newOutputStream(staged);
        }

        @Override
        public ResultFile publish(long rows) throws LakeException {
            Instant expires = clock.instant().plus(LINK_LIFE);
            try {
                long bytes = Files.size(staged);
                Files.move(staged, result, StandardCopyOption.ATOMIC_MOVE);
                return new ResultFile(
                        FOLDER + "/" + name,
                        rows,
                        bytes,
                        signature.map(signed -> new ResultFile.Link(signed.link(name, expires), expires)));
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        @Override
        public void close() throws LakeException {
            try {
                Files.deleteIfExists(staged);
            } catch (IOException e) {
                throw new LakeException(
                        Problem.of(ErrorCode.LAKE_UNAVAILABLE, "What was written of the answer cannot be removed."), e);
            }
        }
    }
}
