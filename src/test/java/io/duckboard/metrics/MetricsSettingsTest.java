package io.duckboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token for metrics comes from a variable or a file, and is worth its name. */
class MetricsSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void takesTheTokenOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "correct-horse-battery\n");

        var settings = new MetricsSettings(Optional.of(""), Optional.of(file));

        assertThat(settings.token().isIn("Bearer correct-horse-battery")).isTrue();
        assertThat(settings.token().isIn("Bearer correct-horse-batterz")).isFalse();
        assertThat(settings.toString()).doesNotContain("horse");
    }

    @Test
    void takesNoShortToken() {
        var settings = new MetricsSettings(Optional.of("secret"), Optional.empty());

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(settings::token)
                .satisfies(refused -> assertThat(refused.failure().text())
                        .contains("shorter than 16")
                        .contains("DUCKBOARD_METRICS_TOKEN")
                        .doesNotContain("secret "));
    }

    @Test
    void saysThatTheFileCannotBeRead() {
        var settings = new MetricsSettings(Optional.empty(), Optional.of(folder.resolve("none")));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(settings::token)
                .satisfies(refused -> assertThat(refused.failure().message()).contains("none"));
    }
}
