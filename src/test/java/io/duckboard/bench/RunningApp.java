package io.duckboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The built app in a process and a home of its own, which it fills with the sample, as for a newcomer. */
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

    /**
     * Returns when it is ready.
     *
     * @throws IllegalStateException with what it said last, if it ends before
     */
    static RunningApp start(Path command) throws IOException {
        Path home = Files.createTempDirectory("duckboard-bench-pages-");
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

    /** Of a page; without a slash in front. */
    String address(String page) {
        return address + "/" + page;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(home);
    }

    /** It logs each query, and would wait for someone to read that. */
    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It has ended, and with it what it says.
        }
    }
}
