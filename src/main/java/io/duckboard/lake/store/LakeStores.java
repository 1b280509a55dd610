package io.duckboard.lake.store;

import io.duckboard.engine.protocol.LakeLocation;
import java.nio.file.Path;
import java.util.Map;

/** Opens the store of a lake; nothing is asked of it yet. */
public final class LakeStores {

    private LakeStores() {}

    public static LakeStore open(LakeLocation.Folder lake) {
        return new FolderStore(lake);
    }

    /**
     * @param scratch a folder for what is made on its way to S3; a folder lake has its own
     * @param environment AWS_ENDPOINT_URL_S3, AWS_REGION and the other standard variables
     */
    public static LakeStore open(LakeLocation lake, Path scratch, Map<String, String> environment) {
        return switch (lake) {
            case LakeLocation.Folder folder -> open(folder);
            case LakeLocation.Bucket bucket -> S3Store.open(bucket, scratch, environment);
        };
    }
}
