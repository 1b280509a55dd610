package io.duckboard.engine.lake;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Where the keys come from that sign requests to S3. */
public sealed interface S3Credentials permits S3Credentials.Fixed, ChainCredentials {

    /**
     * The keys now; asked before each query, so they are renewed before they expire.
     *
     * @throws LakeException if there are none
     */
    S3Keys keys() throws LakeException;

    /** Forgets what was kept: the store refused it. */
    void renew();

    /** The environment's own keys, which live as long as the process. */
    record Fixed(S3Keys keys) implements S3Credentials {
        @Override
        public void renew() {
            // The environment of a process never changes.
        }
    }

    /**
     * The AWS SDK's default chain, of which keys in the environment are taken without the SDK: it costs a cold start
     * 230 ms, and most functions on Lambda have them.
     */
    static S3Credentials from(Map<String, String> environment) {
        String id = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (id == null || secret == null) {
            return new ChainCredentials(
                    () -> DefaultCredentialsProvider.builder().build());
        }
        return new Fixed(new S3Keys(id, secret, Optional.ofNullable(environment.get("AWS_SESSION_TOKEN"))));
    }
}
