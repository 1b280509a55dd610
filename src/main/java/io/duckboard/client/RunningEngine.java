package io.duckboard.client;

import io.duckboard.engine.local.EngineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The engine that is announced in a home and still lives. After a crash another process may have got the number and the port
 * of the one that wrote the file; it is taken for nobody, and told nothing.
 */
final class RunningEngine {

    private RunningEngine() {}

    /** @throws IOException if engine.json cannot be read */
    static Optional<EngineFile> in(Path home) throws IOException {
        return EngineFile.read(home).filter(EngineFile::isAlive).filter(EngineFile::isProven);
    }

    /** Whether there is one. A file that cannot be read announces nobody, and may be written over. */
    static boolean isAnnouncedIn(Path home) {
        try {
            return in(home).isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
