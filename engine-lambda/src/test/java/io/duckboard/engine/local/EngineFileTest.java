package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A running engine is found through the file that it writes, and only by its owner. */
class EngineFileTest {

    private final EngineFile engine =
            new EngineFile(URI.create("http://127.0.0.1:9001"), "AKIAOURS", "secret", 42, "/data/lake");

    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException {
        Path home = folder.resolve("home");
        engine.write(home);

        assertThat(EngineFile.read(home)).contains(engine);
        assertThat(home).isDirectoryContaining("glob:**/engine.json");
        assertThat(home.toFile().list()).hasSize(1);
    }

    @Test
    void isReadWithoutALakeAsOlderEnginesWroteIt() throws IOException {
        Files.writeString(folder.resolve("engine.json"), """
                {"endpoint": "http://127.0.0.1:9001", "accessKey": "AKIAOURS", "secretKey": "secret", "pid": 42}""");

        assertThat(EngineFile.read(folder))
                .contains(new EngineFile(engine.endpoint(), engine.accessKey(), engine.secretKey(), 42, ""));
    }

    @ParameterizedTest
    @CsvSource({"'', secret", "http://127.0.0.1, secret", "nowhere, secret", "http://127.0.0.1:9001, ''"})
    void isNoneWithoutAPlaceToAskAndASecret(String endpoint, String secret) throws IOException {
        Files.writeString(
                folder.resolve("engine.json"),
                "{\"endpoint\": \"%s\", \"accessKey\": \"AKIAOURS\", \"secretKey\": \"%s\", \"pid\": 42}"
                        .formatted(endpoint, secret));

        assertThatIOException().isThrownBy(() -> EngineFile.read(folder)).withMessageContaining("Not an engine file");
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        engine.write(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("engine.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isRemovedOnlyByTheEngineThatWroteIt() throws IOException {
        EngineFile other = new EngineFile(URI.create("http://127.0.0.1:9002"), "AKIAOTHER", "secret", 43, "/data/lake");
        engine.write(folder);
        other.write(folder);

        engine.removeFrom(folder);
        assertThat(EngineFile.read(folder)).contains(other);

        other.removeFrom(folder);
        assertThat(EngineFile.read(folder)).isEmpty();
    }

    @Test
    void saysWhatToDoAboutADamagedFile() throws IOException {
        Files.writeString(folder.resolve("engine.json"), "{\"endpoint\":");

        assertThatThrownBy(() -> EngineFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Remove it and start the engine again");
    }

    @Test
    void keepsTheSecretOutOfLogs() {
        assertThat(engine.toString()).doesNotContain("secret");
    }
}
