package io.duckboard.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The same field and bars by Streamlit over the same lake, in its own process and home. */
final class StreamlitPage implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("\\s*URL: (\\S+)");

    private final Server server;
    private final Path home;

    private StreamlitPage(Server server, Path home) {
        this.server = server;
        this.home = home;
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
                lake.toString());
        builder.environment().put("HOME", home.toString());
        return new StreamlitPage(Server.start(builder, READY), home);
    }

    String address() {
        return server.address();
    }

    @Override
    public void close() throws IOException {
        server.stop();
        FileSystemUtils.deleteRecursively(home);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
