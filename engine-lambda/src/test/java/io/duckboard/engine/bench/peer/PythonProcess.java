package io.duckboard.engine.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;

/** A Python script that says lines and may be told some. */
final class PythonProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private PythonProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    static PythonProcess start(Tools tools, String script, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        tools.python().toString(), "-I", tools.script(script).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new PythonProcess(builder.start());
    }

    void tell(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    long pid() {
        return process.pid();
    }

    /** The next line that it says. */
    String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("Python ended without an answer");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
