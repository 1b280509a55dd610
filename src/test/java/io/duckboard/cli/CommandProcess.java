package io.duckboard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the command in its own process, as a shell would start it. */
final class CommandProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The same options as in bin/duckboard. */
    private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;

    private CommandProcess(Process process) {
        this.process = process;
    }

    static CommandProcess start(Path home, List<String> options, String... arguments) throws IOException {
        return start(home, options, Map.of(), arguments);
    }

    /** @param variables environment variables; there are no others for Duckboard or AWS */
    static CommandProcess start(Path home, List<String> options, Map<String, String> variables, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(BRIEF);
        command.add("-Djava.library.path=" + System.getProperty("java.library.path", ""));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(Interrupts.heededBy(command));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("DUCKBOARD_") || name.startsWith("AWS_"));
        environment.put("DUCKBOARD_HOME", home.toString());
        environment.put("DUCKBOARD_TERMINALS", "");
        environment.putAll(variables);
        return new CommandProcess(builder.start());
    }

    /** Sends the whole standard input to the process, and closes it. */
    void type(String text) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Waits until the process ends or closes its output, and returns the output. */
    String out() throws IOException {
        return text(process.getInputStream());
    }

    /** Returns the next line of output as soon as it is there. It does not read any further. */
    String line() throws IOException {
        return line(process.getInputStream());
    }

    /** Does the same for standard error. */
    String errLine() throws IOException {
        return line(process.getErrorStream());
    }

    private static String line(InputStream stream) throws IOException {
        var line = new StringBuilder();
        for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    String err() throws IOException {
        return text(process.getErrorStream());
    }

    InputStream stdout() {
        return process.getInputStream();
    }

    /** Interrupts the process, as Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        interrupt(Stream.of(handle()));
    }

    /** Asks the process to end, as whatever runs services does. */
    void terminate() {
        process.destroy();
    }

    /** Interrupts what it has started too, as a terminal does. */
    void interruptAll() throws IOException, InterruptedException {
        interrupt(Stream.concat(handle().descendants(), Stream.of(handle())));
    }

    private static void interrupt(Stream<ProcessHandle> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-INT"));
        processes.map(ProcessHandle::pid).map(String::valueOf).forEach(command::add);
        new ProcessBuilder(command).start().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It has not ended in " + PATIENCE);
        }
        return process.exitValue();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
