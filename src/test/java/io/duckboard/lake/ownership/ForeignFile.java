package io.duckboard.lake.ownership;

import java.time.Instant;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A file that somebody else puts into a lake.
 *
 * @param modified the file's time in a folder; a bucket sets its own time
 */
record ForeignFile(String path, SdkBytes bytes, Instant modified, Access access, Claim claim) {

    enum Access {
        WRITABLE,
        READ_ONLY
    }

    /** What the file claims to be. */
    enum Claim {
        NONE,
        /**
         * A record of Duckboard's. It looks like one except for what it says: it may be removed, but nothing else with
         * it.
         */
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
