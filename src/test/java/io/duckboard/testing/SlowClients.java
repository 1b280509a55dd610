package io.duckboard.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that begin a request, never finish it, and wait. */
public final class SlowClients implements AutoCloseable {

    /** More than a server with a thread for each would have threads: Tomcat's default is 200. */
    private static final int CLIENTS = 300;

    private final List<Socket> sockets = new ArrayList<>();

    /** @param begun the begin of a request */
    public SlowClients(int port, String begun) throws IOException {
        for (int client = 0; client < CLIENTS; client++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Returns how many have an answer: a server with a thread for each serves others once it has given these up. */
    public int answered() throws IOException {
        int answered = 0;
        for (Socket socket : sockets) {
            answered += socket.getInputStream().available() > 0 ? 1 : 0;
        }
        return answered;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
