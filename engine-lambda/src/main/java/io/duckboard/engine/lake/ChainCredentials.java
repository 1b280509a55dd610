package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Keys from a provider of the AWS SDK, which caches them and fetches new ones before they expire. */
public final class ChainCredentials implements S3Credentials {

    private final Supplier<AwsCredentialsProvider> chain;
    private @Nullable AwsCredentialsProvider provider;

    /** @param chain makes a provider with an empty cache */
    public ChainCredentials(Supplier<AwsCredentialsProvider> chain) {
        this.chain = chain;
    }

    @Override
    public S3Keys keys() throws LakeException {
        if (provider == null) {
            provider = chain.get();
        }
        try {
            AwsCredentials credentials = provider.resolveCredentials();
            return new S3Keys(
                    credentials.accessKeyId(),
                    credentials.secretAccessKey(),
                    credentials instanceof AwsSessionCredentials session
                            ? Optional.of(session.sessionToken())
                            : Optional.empty());
        } catch (SdkClientException e) {
            throw new LakeException(
                    Problem.of(
                            ErrorCode.LAKE_DENIED,
                            "The engine has no AWS credentials for the lake.",
                            "Give the function a role, or set AWS_PROFILE or the AWS_ access keys."),
                    e);
        }
    }

    @Override
    public void renew() {
        provider = null;
    }
}
