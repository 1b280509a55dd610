package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.LakeLocation;
import java.util.List;
import java.util.Optional;

/** A lake on S3 or a store that speaks its protocol. */
public final class S3Lake implements Lake {

    private final LakeLocation.Bucket location;

    public S3Lake(LakeLocation.Bucket location) {
        this.location = location;
    }

    @Override
    public String prefix() {
        return location + "/";
    }

    /** The whole lake: which of its places are private is the guard's matter, and what else there is the secret's. */
    @Override
    public List<String> readablePlaces() {
        return List.of(prefix());
    }

    @Override
    public Snapshot snapshot(Snapshot known, RemoteFiles files) throws LakeException {
        Optional<String> json = files.read(prefix() + Catalog.FILE);
        if (json.isEmpty()) {
            List<String> paths = files.listParquet(prefix()).stream()
                    .map(uri -> uri.substring(prefix().length()))
                    .toList();
            return Snapshot.discovered(paths, known);
        }
        return Snapshot.published(json.get(), known);
    }
}
