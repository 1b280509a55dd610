package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine takes its keys from a file such as callers have theirs in, and tells nothing of what is in it. */
class CredentialTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void readsTheDefaultProfile() throws IOException {
        Path file = file("""
                [other]
                aws_access_key_id = AKIAOTHER
                [default]
                aws_access_key_id=AKIAENGINE
                aws_secret_access_key = %s
                """.formatted(SECRET));

        Credential read = Credential.read(file);

        assertThat(read).isEqualTo(new Credential("AKIAENGINE", SECRET));
        assertThat(read.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcdef",
                "[default]\naws_access_key_id = AKIAENGINE\n",
                "[default]\naws_secret_access_key = 0123456789abcdef0123456789abcdef\n",
                "[other]\naws_access_key_id = A\naws_secret_access_key = 0123456789abcdef0123456789abcdef\n",
                "[default\naws_access_key_id = A\naws_secret_access_key = 0123456789abcdef0123456789abcdef\n",
                "[default]\naws_access_key_id = A\naws_secret_access_key = 0123456789abcdef\n"
            })
    void refusesAFileWithoutAPairOfKeys(String text) throws IOException {
        Path file = file(text);

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> Credential.read(file))
                .satisfies(failure -> assertThat(failure.failure().text())
                        .contains(file.toString())
                        .doesNotContain("0123456789abcdef"));
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> Credential.read(folder.resolve("none")))
                .withMessageContaining("cannot be read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("keys"), text);
    }
}
