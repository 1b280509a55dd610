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
 * Finds out whether a bucket accepts writes, by asking it to replace an object that does not exist. S3 has no other
 * way to tell, and checks permissions before it checks conditions. The probe leaves nothing behind.
 */
public final class S3WriteProbe {

    /** Not allowed with these keys, or for anyone. Read-only mirrors answer with the last one. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 405);

    private S3WriteProbe() {}

    /** Whether the store refuses. A store that does not answer, or cannot answer now, has not refused. */
    public static boolean isRefused(LakeLocation.Bucket place, S3Endpoint endpoint, S3Credentials credentials) {
        var links = new S3Links(place, endpoint, credentials, Clock.systemUTC());
        String path = LakeLayout.CONTROL + "/" + RandomName.make();
        try {
            HttpURLConnection request = links.openConditional(path, Optional.of("none"));
            S3Files.send(request, new byte[0]);
            int status = request.getResponseCode();
            request.disconnect();
            if (status / 100 == 2) {
                // A store that does not support conditions has written the object.
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
