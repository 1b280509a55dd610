package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.FolderLock;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.KeptFiles;
import io.duckboard.engine.catalog.journal.Passing;
import io.duckboard.engine.catalog.journal.PassingFiles;
import io.duckboard.engine.catalog.journal.RandomName;
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

/** Results in a folder. They are written in the room of their engine, and moved when complete. */
public final class FolderResults implements ResultStore {

    /** Reading all records costs more than writing a small result, and results live for a day. */
    private static final Duration BETWEEN_REMOVALS = Duration.ofMinutes(10);

    /** Far longer than any Duckboard process holds the lake's lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path root;
    private final QueryRoom room;
    private final ResultBounds bounds;
    private final Disk disk;
    private final PassingFiles passing;
    private final KeptFiles kept;
    private final Optional<LinkSignature> signature;
    private final Clock clock;
    private Instant nextRemoval = Instant.MIN;

    /**
     * @param room in the same workspace
     * @param disk the disk of the workspace
     * @param signature signs links, if something serves them
     */
    public FolderResults(
            LakeLocation.Folder workspace,
            QueryRoom room,
            ResultBounds bounds,
            Disk disk,
            Optional<LinkSignature> signature,
            Clock clock) {
        this.root = workspace.path();
        this.room = room;
        this.bounds = bounds;
        this.disk = disk;
        this.kept = new KeptFiles(root, FOLDER, clock);
        this.passing = new PassingFiles(root, clock);
        this.signature = signature;
        this.clock = clock;
    }

    /** The folder of the results. */
    public static Path folder(LakeLocation.Folder workspace) {
        return workspace.path().resolve(FOLDER);
    }

    @Override
    public List<String> writablePlaces() {
        return List.of(room.folder() + "/");
    }

    @Override
    public Draft draft(String extension, RemoteFiles files) throws LakeException {
        if (!clock.instant().isBefore(nextRemoval)) {
            removeExpired();
        }
        try {
            OwnerOnly.folder(root.resolve(FOLDER));
            Allowance allowance = Allowance.inFolder(bounds, kept.lately(), disk);
            Allowance.refuse(excess(allowance, 0));
            room.enter();
            return new StagedFile(RandomName.make() + "." + extension, allowance);
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
            return LinkedParts.of(names, root.resolve(FOLDER), room);
        } catch (NoSuchFileException e) {
            throw new LakeException(Parts.missing("File " + FOLDER + "/" + e.getFile()), e);
        } catch (IOException e) {
            throw LakeException.unavailable(
                    "The parts of this query cannot be read.", "Check the rights of the lake's folder _duckboard.", e);
        }
    }

    /** Counts exactly, and leaves out files that somebody has removed, if that matters. */
    private Optional<Problem> excess(Allowance allowance, long bytes) throws IOException {
        Allowance lately = allowance.beside(kept.lately());
        return lately.isAmple(bytes)
                ? lately.excess(bytes)
                : allowance.beside(kept.present()).excess(bytes);
    }

    private static IOException busy() {
        return new IOException("the lake's lock is held by somebody else");
    }

    private static LakeException unwritable(Exception cause) {
        return LakeException.unavailable(
                "The whole answer cannot be written: the lake's folder does not take it.",
                "Check the rights of its folder _duckboard, the room on its disk, and that no stopped process of Duckboard"
                        + " holds its lock.",
                cause);
    }

    private final class StagedFile implements Draft {

        private final String name;
        private final Path staged;
        private final Allowance allowance;
        private boolean published;

        StagedFile(String name, Allowance allowance) {
            this.name = name;
            this.allowance = allowance;
            this.staged = room.folder().resolve(name);
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
        public Optional<Problem> outgrown() {
            // The length is 0 as long as there is no file.
            try {
                return excess(allowance, staged.toFile().length());
            } catch (IOException e) {
                return Optional.of(unwritable(e).problem());
            }
        }

        /** Only one at a time, since otherwise several could each take the last free space. */
        @Override
        public ResultFile publish(long rows) throws LakeException {
            Instant expires = clock.instant().plus(LINK_LIFE);
            String path = FOLDER + "/" + name;
            try (var _ = FolderLock.within(PATIENCE, root).orElseThrow(FolderResults::busy)) {
                Allowance.refuse(excess(allowance, Files.size(staged)));
                OwnerOnly.file(staged);
                long bytes = moved(path);
                published = true;
                kept.add(bytes, clock.instant().plus(LIFE));
                return new ResultFile(
                        path,
                        rows,
                        bytes,
                        signature.map(signed -> new ResultFile.Link(signed.link(name, expires), expires)));
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        private long moved(String path) throws IOException {
            Passing record = passing.begin(LIFE, List.of(Entry.random(path)));
            try {
                Files.move(staged, root.resolve(path), StandardCopyOption.ATOMIC_MOVE);
                return record.written(path).bytes();
            } catch (IOException e) {
                record.end();
                throw e;
            }
        }

        @Override
        public void close() throws LakeException {
            try {
                room.leave();
            } catch (IOException e) {
                if (published) {
                    // The answer is complete and its caller is waiting for it; the room is removed with its worker.
                    System.err.println("The engine's room is not empty: " + e.getMessage());
                    return;
                }
                throw LakeException.unavailable(
                        "What was written of the answer cannot be removed.",
                        "Check the rights of the lake's folder _duckboard.",
                        e);
            }
        }
    }
}
