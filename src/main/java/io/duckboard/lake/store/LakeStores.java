package io.duckboard.lake.store;

import io.duckboard.engine.catalog.LakeLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Opens the store of a lake; nothing is asked of it yet. */
public final class LakeStores {

    private LakeStores() {}

    /** @param clock tells when files were written, and so which of them are old */
    public static LakeStore open(LakeLocation.Folder lake, Clock clock) {
        return new LakeStore(lake.path().toString(), new FolderTransport(lake, clock));
    }

    /**
     * @param home for what is made on its way to S3; a folder lake has room of its own
     * @param environment AWS_ENDPOINT_URL_S3, AWS_REGION and the other standard variables
     */
    public static LakeStore open(LakeLocation lake, Path home, Map<String, String> environment, Clock clock) {
        return switch (lake) {
            case LakeLocation.Folder folder -> open(folder, clock);
            case LakeLocation.Bucket bucket ->
                new LakeStore(bucket.toString(), S3Transport.open(bucket, home, environment, clock));
        };
    }
}
