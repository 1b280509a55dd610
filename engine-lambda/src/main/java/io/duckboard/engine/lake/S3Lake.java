package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import java.util.List;
import java.util.Optional;

/** A lake on S3 or a store that speaks its protocol. */
public final class S3Lake implements Lake {

    private final LakeLocation.Bucket location;

    public S3Lake(LakeLocation.Bucket location) {
        this.location = location;
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
    public Optional<Snapshot> published(Snapshot known, RemoteFiles files) throws LakeException {
        Optional<String> json = files.read(prefix() + Catalog.FILE);
        return json.isPresent() ? Optional.of(Snapshot.published(json.get(), known)) : Optional.empty();
    }

    @Override
    public Snapshot discovered(Snapshot known, RemoteFiles files) throws LakeException {
        List<String> paths = files.listParquet(prefix()).stream()
                .map(uri -> uri.substring(prefix().length()))
                .toList();
        return Snapshot.discovered(paths, known);
    }

    private String prefix() {
        return location + "/";
    }
}
