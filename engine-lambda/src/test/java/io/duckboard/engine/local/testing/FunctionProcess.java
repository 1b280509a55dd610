package io.duckboard.engine.local.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that has only the environment it is given, and whose log is kept. */
public final class FunctionProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private FunctionProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param log a new file for its output */
    public static FunctionProcess start(List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new FunctionProcess(builder.start(), log);
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Runs {@code action} when the process has ended, for whatever reason. */
    public void whenGone(Runnable action) {
        Thread.startVirtualThread(() -> {
            process.onExit().join();
            action.run();
        });
    }

    /** Returns when the process and everything that it started have ended. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        process.onExit().join();
    }
}
