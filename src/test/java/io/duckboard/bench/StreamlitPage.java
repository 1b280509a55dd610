package io.duckboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The same field and bars by Streamlit over the same lake, in its own process and home. */
final class StreamlitPage implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("\\s*URL: (\\S+)");

    private final Process process;
    private final Path home;
    private final String address;

    private StreamlitPage(Process process, Path home, String address) {
        this.process = process;
        this.home = home;
        this.address = address;
    }

    /**
     * Starts the page and returns when it is served.
     *
     * @throws IllegalStateException with the last line of output, if Streamlit ends before that
     */
    static StreamlitPage start(Path python, Path page, Path lake) throws IOException {
        Path home = Files.createTempDirectory("streamlit-bench-pages-");
        var builder = new ProcessBuilder(
                        python.toString(),
                        "-m",
                        "streamlit",
                        "run",
                        page.toString(),
                        "--server.headless=true",
                        "--server.address=127.0.0.1",
                        "--server.port=" + freePort(),
                        "--server.fileWatcherType=none",
                        "--browser.gatherUsageStats=false",
                        "--",
                        lake.toString())
                .redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        String last = "It said nothing.";
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                Thread.ofVirtual().start(() -> drain(process));
                return new StreamlitPage(process, home, ready.group(1));
            }
            last = line;
        }
        throw new IllegalStateException("Streamlit did not start. " + last);
    }

    String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(home);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process has ended, and so has its output.
        }
    }
}
