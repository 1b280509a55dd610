package io.duckboard.lake.store;

import io.duckboard.engine.catalog.S3Endpoint;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The S3 connection that the standard variables describe, read as the engine reads them. */
public final class S3Environment {

    private final Map<String, String> variables;

    public S3Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public String region() {
        return S3Endpoint.region(variables);
    }

    /** Returns the address of the store; empty for AWS itself. */
    public Optional<String> endpoint() {
        return S3Endpoint.address(variables);
    }

    /** Returns the keys of the variables, ignoring empty ones, or else the keys that the SDK's chain finds. */
    public AwsCredentialsProvider credentials() {
        Optional<String> id = key("AWS_ACCESS_KEY_ID");
        Optional<String> secret = key("AWS_SECRET_ACCESS_KEY");
        Optional<String> token = key("AWS_SESSION_TOKEN");
        if (id.isEmpty() || secret.isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(
                token.isEmpty()
                        ? AwsBasicCredentials.create(id.get(), secret.get())
                        : AwsSessionCredentials.create(id.get(), secret.get(), token.get()));
    }

    private Optional<String> key(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
