package io.duckboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The built app, in its own process and home. It fills the home with the sample, as for a new user. */
public final class RunningApp implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Duckboard is ready: (\\S+) .*");

    private final Server server;
    private final Path home;

    private RunningApp(Server server, Path home) {
        this.server = server;
        this.home = home;
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
        return start(command, home, Map.of());
    }

    /** @param settings variables of the environment that the app has beside its home */
    public static RunningApp start(Path command, Path home, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(command.toString(), "dashboard");
        builder.environment().keySet().removeIf(name -> name.startsWith("DUCKBOARD_"));
        builder.environment().put("DUCKBOARD_HOME", home.toString());
        builder.environment().put("HOST", "127.0.0.1");
        builder.environment().put("PORT", "0");
        builder.environment().putAll(settings);
        return new RunningApp(Server.start(builder, READY), home);
    }

    /** Returns a page's address. The page has no leading slash. */
    public String address(String page) {
        return server.address() + "/" + page;
    }

    public Path home() {
        return home;
    }

    /** Returns the folder of the lake that the app has filled. */
    Path lake() {
        return home.resolve("lake");
    }

    /** Returns the app's own process, whose children are the engine's workers. */
    public ProcessHandle process() {
        return server.process().toHandle();
    }

    /** Ends the app and leaves its home for another start. */
    void stop() {
        server.stop();
    }

    @Override
    public void close() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(home);
    }
}
