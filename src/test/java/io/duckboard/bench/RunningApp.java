package io.duckboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The built app, in its own process and home. It fills the home with the sample, as for a new user. */
final class RunningApp implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Duckboard is ready: (\\S+) .*");

    private final Process process;
    private final Path home;
    private final String address;

    private RunningApp(Process process, Path home, String address) {
        this.process = process;
        this.home = home;
        this.address = address;
    }

    /** Starts the app in a new home and returns when it is ready. */
    static RunningApp start(Path command) throws IOException {
        return start(command, Files.createTempDirectory("duckboard-bench-pages-"));
    }

    /**
     * Starts the app in a home that may have been used before, and returns when it is ready.
     *
     * @throws IllegalStateException with the last line of output, if the app ends before that
     */
    static RunningApp start(Path command, Path home) throws IOException {
        var builder = new ProcessBuilder(command.toString(), "dashboard").redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DUCKBOARD_"));
        builder.environment().put("DUCKBOARD_HOME", home.toString());
        builder.environment().put("HOST", "127.0.0.1");
        builder.environment().put("PORT", "0");
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        String last = "It said nothing.";
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                Thread.ofVirtual().start(() -> drain(process));
                return new RunningApp(process, home, ready.group(1));
            }
            last = line;
        }
        throw new IllegalStateException("The app did not start. " + last);
    }

    /** Returns a page's address. The page has no leading slash. */
    String address(String page) {
        return address + "/" + page;
    }

    Path home() {
        return home;
    }

    /** Returns the folder of the lake that the app has filled. */
    Path lake() {
        return home.resolve("lake");
    }

    /** Returns the app's own process, whose children are the engine's workers. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the app and leaves its home for another start. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(home);
    }

    /** Reads the app's output. The app logs each query, and would block if nobody read the log. */
    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process has ended, and so has its output.
        }
    }
}
