package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.protocol.ErrorCode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a bucket takes what is written, by asking it to replace an object that is not there: S3 does not tell
 * otherwise, and looks at rights before it looks at conditions. Nothing is left of it.
 */
public final class S3WriteProbe {

    /** Not allowed with these keys, or for anyone: mirrors that only give out answer the last. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 405);

    private S3WriteProbe() {}

    /** Whether the store says no. One that does not answer, or not now, has not said so. */
    public static boolean isRefused(LakeLocation.Bucket place, S3Endpoint endpoint, S3Credentials credentials) {
        var links = new S3Links(place, endpoint, credentials, Clock.systemUTC());
        String path = LakeLayout.CONTROL + "/" + RandomName.make();
        try {
            HttpURLConnection request = links.openConditional(path, Optional.of("none"));
            S3Files.send(request, new byte[0]);
            int status = request.getResponseCode();
            request.disconnect();
            if (status / 100 == 2) {
                // A store that knows no conditions has written it.
                links.delete(path);
            }
            return REFUSALS.contains(status);
        } catch (LakeException e) {
            return e.problem().code() == ErrorCode.LAKE_DENIED;
        } catch (IOException e) {
            return false;
        }
    }
}
