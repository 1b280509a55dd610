package io.duckboard.engine.lambda;

import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract for a lake in a folder. */
class FolderEngineBeforeTest extends EngineBeforeContract {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() {
        new TestLake(folder)
                .table("numbers", "SELECT range AS n FROM range(10)")
                .inFormat(1);
    }

    @Override
    Map<String, String> environment() {
        return Map.of("DUCKBOARD_LAKE", folder.toString());
    }

    @Override
    byte[] get(String path) {
        return told(() -> Files.readAllBytes(folder.resolve(path)));
    }

    @Override
    void put(String path, byte[] bytes) {
        told(() -> {
            Files.createDirectories(folder.resolve(path).getParent());
            return Files.write(folder.resolve(path), bytes);
        });
    }

    @Override
    Map<String, String> leftBefore() {
        var left = new TreeMap<String, String>();
        told(() -> {
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = folder.relativize(file).toString();
                    if (path.matches("(results|control|staging)/.*")) {
                        left.put(
                                path,
                                Files.getLastModifiedTime(file) + " "
                                        + HexFormat.of().formatHex(Files.readAllBytes(file)));
                    }
                }
            }
            return left;
        });
        return left;
    }

    private static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }
}
