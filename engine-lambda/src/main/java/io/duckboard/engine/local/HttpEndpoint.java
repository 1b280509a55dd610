package io.duckboard.engine.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server with a virtual thread per request. */
final class HttpEndpoint implements AutoCloseable {

    static {
        // Without it an answer in two packets waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // In seconds. Longer than the minute for which SDK clients keep idle connections, and longer than the 15
        // minutes that a function may take. The JDK's 30 would close connections that the other side still considers
        // open.
        System.setProperty("sun.net.httpserver.idleInterval", "1000");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private HttpEndpoint(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** @throws BindException if the address cannot be listened on, with a sentence that names it */
    static HttpEndpoint start(String host, int port, HttpHandler handler) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        } catch (BindException e) {
            var failure = new BindException("Cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "). Stop what uses it or choose another port.");
            failure.initCause(e);
            throw failure;
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        return new HttpEndpoint(server, threads);
    }

    /** Sends all paths with this prefix to a separate handler. */
    void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** An address where this machine can reach it. */
    URI uri() {
        InetAddress bound = server.getAddress().getAddress();
        String host = bound.isAnyLocalAddress() ? LocalLambdaConfig.LOOPBACK : bound.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
