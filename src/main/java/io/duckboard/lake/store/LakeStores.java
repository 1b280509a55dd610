package io.duckboard.lake.store;

import io.duckboard.engine.catalog.LakeLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Opens the store of a lake, without accessing it yet. */
public final class LakeStores {

    private LakeStores() {}

    /** @param clock used to tell which files are old */
    public static LakeStore open(LakeLocation.Folder lake, Clock clock) {
        return new LakeStore(lake.path().toString(), new FolderTransport(lake, clock));
    }

    /**
     * @param home where files are prepared before they go to S3; a folder lake uses its own space
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
