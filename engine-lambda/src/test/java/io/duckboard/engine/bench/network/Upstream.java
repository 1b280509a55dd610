package io.duckboard.engine.bench.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** A connection to the server, opened again before the server would close it for having been idle. */
final class Upstream implements AutoCloseable {

    /** A third of what Jetty waits. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final int port;
    private Socket socket;
    private InputStream in;
    private long used;

    Upstream(int port) throws IOException {
        this.port = port;
        this.socket = open();
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.used = System.nanoTime();
    }

    /** For a new request. */
    OutputStream out() throws IOException {
        if (System.nanoTime() - used > IDLE.toNanos()) {
            socket.close();
            socket = open();
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        }
        used = System.nanoTime();
        return socket.getOutputStream();
    }

    InputStream in() {
        return in;
    }

    private Socket open() throws IOException {
        var opened = new Socket(InetAddress.getLoopbackAddress(), port);
        opened.setTcpNoDelay(true);
        return opened;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
