package io.duckboard.client;

import io.duckboard.engine.local.EngineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the engine that is announced in a home and still running. After a crash, another process may have got the
 * process id and the port of the engine that wrote the file. Such a process is not taken for the engine, and is told
 * nothing.
 */
final class RunningEngine {

    private RunningEngine() {}

    /** @throws IOException if engine.json cannot be read */
    static Optional<EngineFile> in(Path home) throws IOException {
        return EngineFile.read(home).filter(EngineFile::isAlive).filter(EngineFile::isProven);
    }

    /**
     * Returns whether there is such an engine. A file that cannot be read announces no engine, and may be overwritten.
     */
    static boolean isAnnouncedIn(Path home) {
        try {
            return in(home).isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
