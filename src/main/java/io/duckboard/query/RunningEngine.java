package io.duckboard.query;

import io.duckboard.engine.local.EngineFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The engine that is announced in a home and still lives. */
final class RunningEngine {

    /** Loopback accepts at once, or nobody is there. */
    private static final Duration CONNECT = Duration.ofMillis(500);

    private RunningEngine() {}

    /** @throws IOException if engine.json cannot be read */
    static Optional<EngineFile> in(Path home) throws IOException {
        return EngineFile.read(home).filter(EngineFile::isAlive).filter(file -> listens(file.endpoint()));
    }

    /** Whether there is one. A file that cannot be read announces nobody, and may be written over. */
    static boolean isAnnouncedIn(Path home) {
        try {
            return in(home).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** After a crash another process may have got the number of the one that wrote the file. */
    private static boolean listens(URI endpoint) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), Math.toIntExact(CONNECT.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
