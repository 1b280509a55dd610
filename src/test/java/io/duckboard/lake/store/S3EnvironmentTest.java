package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** All readers of a lake on S3 interpret the standard variables in the same way. */
class S3EnvironmentTest {

    @Test
    void theMoreExactVariableWins() {
        var named = new S3Environment(Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_DEFAULT_REGION", "eu-west-2",
                "AWS_ENDPOINT_URL_S3", "http://localhost:1",
                "AWS_ENDPOINT_URL", "http://localhost:2"));

        assertThat(named.region()).isEqualTo("eu-west-1");
        assertThat(named.endpoint()).contains("http://localhost:1");
    }

    @Test
    void withoutAnyItIsAwsItself() {
        var named = new S3Environment(Map.of());

        assertThat(named.region()).isEqualTo("us-east-1");
        assertThat(named.endpoint()).isEmpty();
    }

    @Test
    void anEmptyEndpointIsAwsItself() {
        var named = new S3Environment(Map.of("AWS_ENDPOINT_URL_S3", "", "AWS_ENDPOINT_URL", "http://localhost:2"));

        assertThat(named.endpoint()).isEmpty();
    }

    @Test
    void keysHaveASessionWhereOneIsNamed() {
        Map<String, String> keys = Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret");
        Map<String, String> session =
                Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "token");

        assertThat(new S3Environment(keys).credentials().resolveCredentials())
                .isEqualTo(AwsBasicCredentials.create("id", "secret"));
        assertThat(new S3Environment(session).credentials().resolveCredentials())
                .isEqualTo(AwsSessionCredentials.create("id", "secret", "token"));
    }
}
