package io.duckboard.benchmark;

import io.duckboard.engine.protocol.LakeLocation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** How a DuckDB of this process gets to a lake on S3: by AWS's standard variables and keys. */
final class LocalS3 {

    private LocalS3() {}

    /** @throws BenchmarkException if there are no keys */
    static List<String> statements(LakeLocation.Bucket lake, Map<String, String> environment)
            throws BenchmarkException {
        var statements = new ArrayList<String>();
        String httpfs = environment.getOrDefault("DUCKBOARD_HTTPFS", "");
        statements.add(httpfs.isEmpty() ? "INSTALL httpfs" : "LOAD " + literal(httpfs));
        statements.add(httpfs.isEmpty() ? "LOAD httpfs" : "SET enable_global_s3_configuration = false");
        statements.add(secret(lake, environment, keys(environment)));
        return statements;
    }

    static String secret(LakeLocation.Bucket lake, Map<String, String> environment, AwsCredentials keys) {
        var options = new ArrayList<String>();
        options.add("TYPE s3");
        options.add("SCOPE " + literal(lake + "/"));
        options.add("KEY_ID " + literal(keys.accessKeyId()));
        options.add("SECRET " + literal(keys.secretAccessKey()));
        if (keys instanceof AwsSessionCredentials session) {
            options.add("SESSION_TOKEN " + literal(session.sessionToken()));
        }
        options.add("REGION "
                + literal(Optional.ofNullable(environment.get("AWS_REGION"))
                        .orElseGet(() -> environment.getOrDefault("AWS_DEFAULT_REGION", "us-east-1"))));
        Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_S3"))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
                .map(URI::create)
                .ifPresent(endpoint -> {
                    options.add("ENDPOINT " + literal(endpoint.getRawAuthority()));
                    options.add("URL_STYLE 'path'");
                    options.add("USE_SSL " + endpoint.getScheme().equals("https"));
                });
        return "CREATE SECRET lake (" + String.join(", ", options) + ")";
    }

    private static AwsCredentials keys(Map<String, String> environment) throws BenchmarkException {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        if (!id.isEmpty()) {
            String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
            String session = environment.getOrDefault("AWS_SESSION_TOKEN", "");
            return session.isEmpty()
                    ? AwsBasicCredentials.create(id, secret)
                    : AwsSessionCredentials.create(id, secret, session);
        }
        try (DefaultCredentialsProvider chain =
                DefaultCredentialsProvider.builder().build()) {
            return chain.resolveCredentials();
        } catch (SdkClientException e) {
            throw new BenchmarkException(
                    "There are no AWS credentials to read the lake with.", "Log in to AWS, or set AWS_PROFILE.", e);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
