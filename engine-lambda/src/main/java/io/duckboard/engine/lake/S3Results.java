package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Results on S3, where an object appears when its upload is complete. An engine that runs strangers' SQL writes no
 * journal there: names of 128 random bits cannot collide with anybody's file. The bucket's lifecycle removes results
 * after a day, and also the parts of uploads that a kill interrupted. What DuckDB uploads is measured only when it is
 * complete; until then the function's time limits the upload.
 */
public final class S3Results implements ResultStore {

    private final LakeLocation.Bucket workspace;
    private final S3Links links;
    private final ResultBounds bounds;
    private final Path temporary;
    private final Clock clock;

    /** @param temporary the folder where jsonl is kept before its upload */
    public S3Results(
            LakeLocation.Bucket workspace,
            S3Endpoint endpoint,
            S3Credentials credentials,
            ResultBounds bounds,
            Path temporary,
            Clock clock) {
        this.workspace = workspace;
        this.links = new S3Links(workspace, endpoint, credentials, Clock.systemUTC());
        this.bounds = bounds;
        this.temporary = temporary;
        this.clock = clock;
    }

    @Override
    public List<String> writablePlaces() {
        return List.of();
    }

    @Override
    public void removeExpired() {
        // The bucket's lifecycle does this.
    }

    @Override
    public Draft draft(String extension, RemoteFiles files) throws LakeException {
        String path = FOLDER + "/" + RandomName.make() + "." + extension;
        return new Upload(
                path, files, files.grant(List.of(workspace + "/" + path)), Allowance.onS3(bounds, Disk.of(temporary)));
    }

    /** Missing files are noticed when they are opened: asking first would cost a request for each. */
    @Override
    public Parts parts(List<UUID> names, RemoteFiles files) throws LakeException {
        List<String> uris = names.stream()
                .map(name -> workspace + "/" + FOLDER + "/" + Parts.name(name))
                .toList();
        return new StoredParts(uris, files.grant(uris));
    }

    /** They stay where they are until they expire. */
    private record StoredParts(List<String> files, RemoteFiles.Grant grant) implements Parts {
        @Override
        public void close() {
            grant.close();
        }
    }

    private final class Upload implements Draft {

        private final String path;
        private final RemoteFiles files;
        private final RemoteFiles.Grant grant;
        private final Allowance allowance;
        private volatile Optional<Path> local = Optional.empty();
        private boolean uploading;

        Upload(String path, RemoteFiles files, RemoteFiles.Grant grant, Allowance allowance) {
            this.path = path;
            this.files = files;
            this.grant = grant;
            this.allowance = allowance;
        }

        @Override
        public String target() {
            uploading = true;
            return workspace + "/" + path;
        }

        @Override
        public OutputStream stream() throws IOException {
            Path file = Files.createTempFile(temporary, "whole", ".jsonl");
            local = Optional.of(file);
            return Files.newOutputStream(file);
        }

        @Override
        public Optional<Problem> outgrown() {
            return local.flatMap(file -> allowance.excess(file.toFile().length()));
        }

        @Override
        public ResultFile publish(long rows) throws LakeException {
            if (local.isPresent()) {
                Allowance.refuse(outgrown());
                uploading = true;
                links.put(path, local.get());
            }
            long bytes = files.size(workspace + "/" + path);
            Allowance.refuse(allowance.excessOfBounds(bytes));
            Instant expires = clock.instant().plus(LINK_LIFE);
            URI uri = links.get(path, LINK_LIFE);
            uploading = false;
            return new ResultFile(path, rows, bytes, Optional.of(new ResultFile.Link(uri, expires)));
        }

        /**
         * If a query ends in the middle of an upload, DuckDB completes the upload as if the data so far were all of it.
         */
        @Override
        public void close() throws LakeException {
            try (grant) {
                if (local.isPresent()) {
                    Files.deleteIfExists(local.get());
                }
            } catch (IOException e) {
                throw new LakeException(
                        Problem.of(ErrorCode.INTERNAL, "The engine's temporary folder cannot be written."), e);
            } finally {
                if (uploading) {
                    links.delete(path);
                }
            }
        }
    }
}
