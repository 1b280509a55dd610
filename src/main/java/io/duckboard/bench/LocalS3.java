package io.duckboard.bench;

import io.duckboard.aws.AskedStore;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.lake.store.S3Environment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;

/** Gives a DuckDB in this process access to a lake on S3, by AWS's standard variables and keys. */
final class LocalS3 {

    private LocalS3() {}

    /** @throws FailureException if there are no keys */
    static List<String> statements(LakeLocation.Bucket lake, Map<String, String> environment) {
        var statements = new ArrayList<String>();
        String httpfs = environment.getOrDefault("DUCKBOARD_HTTPFS", "");
        statements.add(httpfs.isEmpty() ? "INSTALL httpfs" : "LOAD " + Quoted.literal(httpfs));
        statements.add(httpfs.isEmpty() ? "LOAD httpfs" : "SET enable_global_s3_configuration = false");
        statements.add(secret(lake, environment, keys(lake, environment)));
        return statements;
    }

    static String secret(LakeLocation.Bucket lake, Map<String, String> environment, AwsCredentials keys) {
        var options = new ArrayList<String>();
        options.add("TYPE s3");
        options.add("SCOPE " + Quoted.literal(lake + "/"));
        options.add("KEY_ID " + Quoted.literal(keys.accessKeyId()));
        options.add("SECRET " + Quoted.literal(keys.secretAccessKey()));
        if (keys instanceof AwsSessionCredentials session) {
            options.add("SESSION_TOKEN " + Quoted.literal(session.sessionToken()));
        }
        var named = new S3Environment(environment);
        options.add("REGION " + Quoted.literal(named.region()));
        named.endpoint().map(URI::create).ifPresent(endpoint -> {
            options.add("ENDPOINT " + Quoted.literal(endpoint.getRawAuthority()));
            options.add("URL_STYLE 'path'");
            options.add("USE_SSL " + endpoint.getScheme().equals("https"));
        });
        return "CREATE SECRET lake (" + String.join(", ", options) + ")";
    }

    private static AwsCredentials keys(LakeLocation.Bucket lake, Map<String, String> environment) {
        var named = new S3Environment(environment);
        try {
            return named.credentials().resolveCredentials();
        } catch (SdkException e) {
            throw new FailureException(new AskedStore(lake, named.region()).failure(e), e);
        }
    }
}
