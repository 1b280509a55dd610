package io.duckboard.database.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.database.HomeDatabase;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has the same account asks the process that has the home's database open, and nobody else does. */
@Tag("process")
class HomeSocketTest {

    @TempDir
    private Path home;

    private HomeDatabase database;
    private HomeSocket socket;

    @BeforeEach
    void open() {
        database = HomeDatabase.open(home);
        socket = new HomeSocket(database, List.of(new Echo()));
        socket.start();
    }

    @AfterEach
    void close() {
        socket.stop();
        database.close();
    }

    @Test
    void answersAQuestion() {
        assertThat(HomeCall.to(home).orElseThrow().ask("echo", Map.of("text", "ä\n\"x\"", "number", 7)))
                .containsEntry("text", "ä\n\"x\"")
                .containsEntry("number", 7);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> HomeCall.to(home).orElseThrow().ask("echo", Map.of("fail", true)))
                .isInstanceOf(FailureException.class)
                .hasMessage("It fails.")
                .extracting(failure -> ((FailureException) failure).hint())
                .isEqualTo("Do not.");
    }

    @Test
    void saysThatItDoesNotKnowTheQuestion() {
        assertThatThrownBy(() -> HomeCall.to(home).orElseThrow().ask("nothing", Map.of()))
                .hasMessageContaining("does not know this question");
    }

    @Test
    void canBeOpenedByTheOwnerAlone() throws IOException {
        Path file = home.resolve("database/socket");

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(home.resolve("database"))).isEqualTo("rwx------");
    }

    /** A process that is killed leaves its socket behind. */
    @Test
    void takesThePlaceOfOneThatNobodyListensAt() throws IOException {
        socket.stop();
        assertThat(home.resolve("database/socket")).doesNotExist();
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(home.resolve("database/socket")));
        }
        assertThat(home.resolve("database/socket")).exists();
        assertThat(HomeCall.to(home)).isEmpty();

        socket.start();

        assertThat(HomeCall.to(home)).isPresent();
    }

    @Test
    void isNotThereWhereNobodyAnswers(@TempDir Path nobody) {
        assertThat(HomeCall.to(nobody)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "\"text\"", "{\"ask\": \"echo\"}", "{\"ask\": \"echo\", \"with\": 1}"})
    void outlivesWhatIsNoQuestion(String line) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("database/socket")))) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(HomeCall.to(home).orElseThrow().ask("echo", Map.of("text", "still")))
                .containsEntry("text", "still");
    }

    @Test
    void outlivesALineWithoutEnd() throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("database/socket")))) {
            var letters = ByteBuffer.wrap("x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> {
                        for (int sent = 0; sent <= 2 * Line.MOST_BYTES; sent += letters.capacity()) {
                            letters.rewind();
                            channel.write(letters);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }

        assertThat(HomeCall.to(home).orElseThrow().ask("echo", Map.of("text", "still")))
                .containsEntry("text", "still");
    }

    @Test
    void isNotMadeWhereThePathIsTooLong(@TempDir Path folder) throws IOException {
        Path far = Files.createDirectories(folder.resolve("a".repeat(100)));
        try (HomeDatabase elsewhere = HomeDatabase.open(far)) {
            var none = new HomeSocket(elsewhere, List.of());

            none.start();

            assertThat(none.isRunning()).isFalse();
            assertThat(HomeCall.to(far)).isEmpty();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static final class Echo implements HomeAnswers {

        @Override
        public Set<String> questions() {
            return Set.of("echo");
        }

        @Override
        public Map<String, @Nullable Object> answer(String question, Map<String, Object> members) {
            if (members.containsKey("fail")) {
                throw new FailureException("It fails.", "Do not.");
            }
            return Map.copyOf(members);
        }
    }
}
