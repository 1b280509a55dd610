package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.discovery.Listing;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A lake on S3 or a store that speaks its protocol. */
public final class S3Lake implements Lake {

    private final LakeLocation.Bucket location;
    private final OptionalCredentials credentials;
    private final S3Files files;
    private final RecentListing recent = new RecentListing(System::nanoTime);
    private final DiscoveredTables discovered;

    /** @param discovered the folder where tables without a catalog are remembered; empty if they are not */
    public S3Lake(
            LakeLocation.Bucket location, S3Endpoint endpoint, S3Credentials credentials, Optional<Path> discovered) {
        this.location = location;
        this.credentials = new OptionalCredentials(credentials);
        this.files = new S3Files(new S3Links(location, endpoint, this.credentials, Clock.systemUTC()));
        this.discovered = new DiscoveredTables(
                this::end, prefix(), location.name(), new RememberedTables(discovered, endpoint + " " + location));
    }

    @Override
    public Prefixes prefixes() {
        return Prefixes.of(prefix());
    }

    /**
     * The whole lake: the guard keeps queries out of its private places, and the secret limits what else they can
     * reach.
     */
    @Override
    public List<String> readablePlaces() {
        return List.of(prefix());
    }

    @Override
    public Optional<Snapshot> published(Snapshot known, RemoteFiles remote) throws LakeException {
        Optional<String> json = remote.read(prefix() + Catalog.FILE);
        return json.isPresent() ? Optional.of(Snapshot.published(json.get(), known)) : Optional.empty();
    }

    @Override
    public String versions(List<Catalog.File> asked) throws IOException {
        List<Callable<String>> heads = asked.stream()
                .<Callable<String>>map(file -> () -> file.path() + " "
                        + files.find(file.path()).orElseThrow(() -> new NoSuchFileException(file.path())))
                .toList();
        return String.join("\n", Parallel.run(heads));
    }

    @Override
    public Snapshot discovered(Snapshot known, RemoteFiles remote) throws LakeException {
        try {
            Listing listing = recent.get(() -> listing(remote), known.equals(Snapshot.EMPTY));
            return discovered.snapshot(listing, known, remote);
        } catch (IOException e) {
            throw LakeException.of(e, "The lake's files cannot be read.", "Ask again in a moment.");
        }
    }

    private Listing listing(RemoteFiles remote) throws LakeException, IOException {
        try {
            return listing();
        } catch (IOException e) {
            // DuckDB asks a busy store several times, and its errors say what is wrong.
            credentials.renew();
            remote.look(prefix());
            return listing();
        }
    }

    private Listing listing() throws IOException {
        var listing = new Listing.Builder();
        files.list("", object -> {
            if (!object.path().endsWith("/")) {
                listing.addFromAnywhere(object.path(), object.bytes(), object.version());
            }
        });
        return listing.build();
    }

    private byte[] end(Catalog.File file, int bytes) throws IOException {
        try {
            return files.end(file.path(), bytes);
        } catch (AccessDeniedException e) {
            // The keys may have expired since the listing.
            credentials.renew();
            return files.end(file.path(), bytes);
        }
    }

    private String prefix() {
        return location + "/";
    }
}
