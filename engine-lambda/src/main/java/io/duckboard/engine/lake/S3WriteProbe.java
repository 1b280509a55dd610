package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.LakeLayout;
import io.duckboard.engine.protocol.LakeLocation;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;

/** Finds out whether a bucket takes what is written, by writing nothing of use: S3 does not tell otherwise. */
public final class S3WriteProbe {

    /** Where objects expire by themselves. */
    private static final String PATH = LakeLayout.CONTROL + "/.probe";

    /** Not allowed with these keys, or for anyone: mirrors that only give out answer the last. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 405);

    private S3WriteProbe() {}

    /** Whether the store says no. One that does not answer, or not now, has not said so. */
    public static boolean isRefused(LakeLocation.Bucket place, S3Endpoint endpoint, S3Credentials credentials) {
        try {
            return REFUSALS.contains(new S3Links(place, endpoint, credentials, Clock.systemUTC()).putNothing(PATH));
        } catch (LakeException e) {
            return e.problem().code() == ErrorCode.LAKE_DENIED;
        } catch (IOException e) {
            return false;
        }
    }
}
