package io.duckboard.lake.store;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Which S3 the standard variables name, in the way the engine reads them. */
public final class S3Environment {

    /** What AWS takes for a region where none is named. */
    private static final String DEFAULT_REGION = "us-east-1";

    private final Map<String, String> variables;

    public S3Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public String region() {
        return variables.getOrDefault("AWS_REGION", variables.getOrDefault("AWS_DEFAULT_REGION", DEFAULT_REGION));
    }

    /** Empty for AWS itself. */
    public Optional<String> endpoint() {
        String endpoint = variables.getOrDefault("AWS_ENDPOINT_URL_S3", variables.getOrDefault("AWS_ENDPOINT_URL", ""));
        return Optional.of(endpoint).filter(address -> !address.isEmpty());
    }

    /** The keys of the variables, empty ones left out, else those that the SDK's chain finds. */
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
