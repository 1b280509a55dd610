package io.duckboard.engine.lake;

import java.util.Optional;

/** The keys that sign requests to S3. */
public record S3Keys(String id, String secret, Optional<String> sessionToken) {

    /** For public data. */
    public static final S3Keys NONE = new S3Keys("", "", Optional.empty());

    /** Leaves out the secrets, so that none gets into a log. */
    @Override
    public String toString() {
        return "S3Keys[" + id + "]";
    }
}
