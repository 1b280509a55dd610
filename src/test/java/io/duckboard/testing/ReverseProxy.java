package io.duckboard.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A proxy before an app, as a team would have one: it passes requests on with their Host, sockets included, and says by
 * X-Forwarded-* who has asked it for what.
 */
public final class ReverseProxy implements AutoCloseable {

    private final ServerSocket server;
    private final int app;

    /** @param app the app's port */
    public ReverseProxy(int app) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.app = app;
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().name("proxied").start(() -> pass(client));
            }
        } catch (IOException e) {
            // It has been closed.
        }
    }

    private void pass(Socket client) {
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), app)) {
            String head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            upstream.getOutputStream().write(forwarded(head).getBytes(StandardCharsets.ISO_8859_1));
            Thread up = Thread.ofVirtual().start(() -> copy(client, upstream));
            client.setTcpNoDelay(true);
            transfer(upstream.getInputStream(), client.getOutputStream());
            client.shutdownOutput();
            up.join();
        } catch (IOException e) {
            // One of both has gone, and so has the other then.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            transfer(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // As above.
        }
    }

    private static void transfer(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[16_384];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    /** A connection is one request, so that only its head has to be read. */
    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private String forwarded(String head) {
        List<String> lines = new ArrayList<>(List.of(head.strip().split("\r\n")));
        if (lines.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).matches("upgrade: *websocket"))) {
            lines.removeIf(line -> line.toLowerCase(Locale.ROOT).matches("(connection|upgrade|http2-settings):.*"));
            lines.add("Connection: close");
        }
        lines.add("X-Forwarded-For: 192.0.2.7");
        lines.add("X-Forwarded-Proto: http");
        lines.add("X-Forwarded-Host: localhost");
        lines.add("X-Forwarded-Port: " + port());
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
