package io.duckboard.engine.lake;

import io.duckboard.engine.journal.Entry;
import io.duckboard.engine.journal.Passing;
import io.duckboard.engine.journal.PassingFiles;
import io.duckboard.engine.journal.RandomName;
import io.duckboard.engine.protocol.LakeLayout;
import io.duckboard.engine.protocol.LakeLocation;
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

/** Results in a folder: written in {@link LakeLayout#STAGING}, which a kill may leave something in, and moved when whole. */
public final class FolderResults implements ResultStore {

    /** Looking through all records costs more than writing a small result, and they live for a day. */
    private static final Duration BETWEEN_REMOVALS = Duration.ofMinutes(10);

    private final Path root;
    private final PassingFiles passing;
    private final Optional<LinkSignature> signature;
    private final Clock clock;
    private Instant nextRemoval = Instant.MIN;

    /** @param signature of links, where something serves them */
    public FolderResults(LakeLocation.Folder workspace, Optional<LinkSignature> signature, Clock clock) {
        this.root = workspace.path();
        this.passing = new PassingFiles(root, clock);
        this.signature = signature;
        this.clock = clock;
    }

    /** Where results lie. */
    public static Path folder(LakeLocation.Folder workspace) {
        return workspace.path().resolve(FOLDER);
    }

    @Override
    public List<String> writablePlaces() {
        return List.of(root.resolve(LakeLayout.STAGING) + "/");
    }

    @Override
    public Draft draft(String extension, RemoteFiles files) throws LakeException {
        if (!clock.instant().isBefore(nextRemoval)) {
            removeExpired();
        }
        String name = RandomName.make() + "." + extension;
        try {
            Files.createDirectories(root.resolve(LakeLayout.STAGING));
            OwnerOnly.folder(root.resolve(FOLDER));
            Passing record = passing.begin(
                    LIFE, List.of(Entry.random(LakeLayout.STAGING + "/" + name), Entry.random(FOLDER + "/" + name)));
            return new StagedFile(name, root.resolve(LakeLayout.STAGING).resolve(name), record);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void removeExpired() throws LakeException {
        nextRemoval = clock.instant().plus(BETWEEN_REMOVALS);
        try {
            passing.removeExpired();
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public Parts parts(List<UUID> names, RemoteFiles files) throws LakeException {
        try {
            return LinkedParts.of(names, root, passing);
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
        private final Passing record;
        private boolean published;

        StagedFile(String name, Path staged, Passing record) {
            this.name = name;
            this.staged = staged;
            this.record = record;
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
            String path = FOLDER + "/" + name;
            try {
                OwnerOnly.file(staged);
                Files.move(staged, root.resolve(path), StandardCopyOption.ATOMIC_MOVE);
                long bytes = record.written(path).bytes();
                published = true;
                return new ResultFile(
                        path,
                        rows,
                        bytes,
                        signature.map(signed -> new ResultFile.Link(signed.link(name, expires), expires)));
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        @Override
        public void close() throws LakeException {
            if (!published) {
                try {
                    record.end();
                } catch (IOException e) {
                    throw LakeException.unavailable(
                            "What was written of the answer cannot be removed.",
                            "Check the rights of the lake's folder _duckboard.",
                            e);
                }
            }
        }
    }
}
