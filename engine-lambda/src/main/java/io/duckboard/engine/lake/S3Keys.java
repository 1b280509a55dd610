package io.duckboard.engine.lake;

import java.util.Optional;

/** What signs requests to S3. */
public record S3Keys(String id, String secret, Optional<String> sessionToken) {

    /** For what anyone may read. */
    public static final S3Keys NONE = new S3Keys("", "", Optional.empty());

    /** Names no secret, so that none comes into a log. */
    @Override
    public String toString() {
        return "S3Keys[" + id + "]";
    }
}
