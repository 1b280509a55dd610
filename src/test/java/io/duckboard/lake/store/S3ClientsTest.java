package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.failure.FailureException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong address of the store is told before anything is asked of it. */
class S3ClientsTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://my_minio:9000", "localhost:9000", "ftp://store", "http://a b", "http://"})
    void namesTheVariableOfAWrongAddress(String address) {
        var environment = new S3Environment(Map.of("AWS_ENDPOINT_URL_S3", address));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> S3Clients.open(environment))
                .withMessage("AWS_ENDPOINT_URL_S3 is no http or https address.");
    }
}
