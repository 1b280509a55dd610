package io.duckboard.engine.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The programs that the bench starts.
 *
 * @param root the project
 * @param python with DuckDB, pandas and PyArrow
 * @param httpfs DuckDB's extension
 */
public record Tools(Path root, Path python, Path httpfs) {

    public Path script(String name) {
        return root.resolve("build").resolve(name);
    }

    public void duckboard(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        run(environment, root.resolve("bin/duckboard").toString(), arguments);
    }

    public void python(String script, String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("-I", script(script).toString()));
        all.addAll(List.of(arguments));
        run(Map.of(), python.toString(), all.toArray(String[]::new));
    }

    private static void run(Map<String, String> environment, String program, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DUCKBOARD_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }
}
