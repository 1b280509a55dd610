package io.duckboard.metrics;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says who may collect metrics.
 *
 * @param metricsToken what a collector sends as its bearer token
 * @param metricsTokenFile a file that has the token as its only line, as containers are given secrets
 */
@ConfigurationProperties("duckboard")
record MetricsSettings(Optional<String> metricsToken, Optional<Path> metricsTokenFile) {

    /** A shorter one could be found by trying. */
    private static final int SHORTEST = 16;

    private static final String HINT =
            "Set DUCKBOARD_METRICS_TOKEN, or a file with it in DUCKBOARD_METRICS_TOKEN_FILE; openssl rand -hex 32 makes"
                    + " one.";

    /** @throws FailureException if there is none that is worth its name */
    Token token() {
        String text = metricsToken
                .filter(token -> !token.isBlank())
                .or(() -> metricsTokenFile.map(MetricsSettings::read))
                .orElse("")
                .strip();
        if (text.length() < SHORTEST) {
            throw new FailureException(
                    "The token for metrics is shorter than " + SHORTEST + " characters, so that others could find it.",
                    HINT);
        }
        return new Token(text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FailureException("The token for metrics cannot be read from " + file + ".", HINT, e);
        }
    }

    /** A secret does not get into a log. */
    @Override
    public String toString() {
        return "MetricsSettings[…]";
    }
}
