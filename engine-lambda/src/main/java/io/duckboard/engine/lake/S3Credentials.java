package io.duckboard.engine.lake;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Provides the keys that sign requests to S3. */
public sealed interface S3Credentials permits S3Credentials.Fixed, ChainCredentials, OptionalCredentials {

    /**
     * The current keys. Called before each query, so that keys are renewed before they expire.
     *
     * @throws LakeException if there are none
     */
    S3Keys keys() throws LakeException;

    /** Forgets the cached keys, since the store refused them. */
    void renew();

    /** The keys in the environment, which stay valid as long as the process lives. */
    record Fixed(S3Keys keys) implements S3Credentials {
        @Override
        public void renew() {
            // The environment of a process never changes.
        }
    }

    /**
     * The AWS SDK's default chain. Keys in the environment are read without the SDK, because the SDK adds 230 ms to a
     * cold start and most functions on Lambda have such keys.
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
