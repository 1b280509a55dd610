package io.duckboard.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A server for Lambda's Invoke API. Its only function always returns the same answer and accepts any keys. */
final class InvokeServer implements AutoCloseable {

    private final HttpServer server;

    private InvokeServer(HttpServer server) {
        this.server = server;
    }

    static InvokeServer of(String function, byte[] answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2015-03-31/functions/" + function + "/invocations", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return new InvokeServer(server);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
