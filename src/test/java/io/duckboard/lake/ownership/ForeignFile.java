package io.duckboard.lake.ownership;

import java.time.Instant;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A file that others put into a lake.
 *
 * @param modified in a folder; a bucket has its own time
 */
record ForeignFile(String path, SdkBytes bytes, Instant modified, Access access, Claim claim) {

    enum Access {
        WRITABLE,
        READ_ONLY
    }

    /** What it says of itself. */
    enum Claim {
        NONE,
        /** To be a record of Duckboard's, which in all but what it tells it is: it may go, and nothing with it. */
        RECORD
    }

    static ForeignFile now(String path, SdkBytes bytes) {
        return new ForeignFile(path, bytes, Instant.now(), Access.WRITABLE, Claim.NONE);
    }

    @Override
    public String toString() {
        return path + " (" + bytes.asByteArrayUnsafe().length + " bytes, " + modified
                + (access == Access.READ_ONLY ? ", read-only" : "") + ")";
    }
}
