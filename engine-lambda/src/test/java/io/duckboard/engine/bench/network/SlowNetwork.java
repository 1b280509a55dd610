package io.duckboard.engine.bench.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forwards HTTP requests to a server on this machine as late and as slowly as S3 answers, and records them. A connection
 * has a thread and a connection to the server of its own, so nothing waits for anything but its own connection.
 */
public final class SlowNetwork implements AutoCloseable {

    private final int upstream;
    private final ServerSocket socket;
    private final List<Traffic.Request> requests = new ArrayList<>();
    private int connections;
    private int underWay;
    private volatile Pace pace = Pace.UNLIMITED;

    public SlowNetwork(int upstream) throws IOException {
        this.upstream = upstream;
        this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    public void setPace(Pace pace) {
        this.pace = pace;
    }

    /** What has passed since this was last asked. Waits until no request is under way. */
    public synchronized Traffic take() throws InterruptedException {
        while (underWay > 0) {
            wait();
        }
        var traffic = new Traffic(List.copyOf(requests), connections);
        requests.clear();
        connections = 0;
        return traffic;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                synchronized (this) {
                    connections++;
                }
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (SocketException e) {
                // It was closed.
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Upstream(upstream)) {
            client.setTcpNoDelay(true);
            var in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            Optional<HttpMessage> request = HttpMessage.read(in);
            while (request.isPresent() && counted(request.get(), in, out, server)) {
                request = HttpMessage.read(in);
            }
        } catch (SocketException e) {
            // Whoever has what it wanted hangs up.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean counted(HttpMessage request, InputStream in, OutputStream out, Upstream server) throws IOException {
        long start = System.nanoTime();
        synchronized (this) {
            underWay++;
        }
        var paced = new PacedOutput(out, pace);
        try {
            return pass(request, in, paced, server);
        } finally {
            synchronized (this) {
                underWay--;
                requests.add(new Traffic.Request(request, start, System.nanoTime(), paced.passed()));
                notifyAll();
            }
        }
    }

    /** @return whether the connection can take another request */
    private static boolean pass(HttpMessage request, InputStream in, PacedOutput out, Upstream server)
            throws IOException {
        out.begin();
        OutputStream toServer = server.out();
        request.writeHead(toServer);
        boolean waits = request.header("Expect").isPresent();
        if (!waits) {
            request.copyBody(in, toServer);
        }
        Optional<HttpMessage> answer = HttpMessage.read(server.in());
        if (waits && answer.filter(head -> head.status() == 100).isPresent()) {
            answer.get().writeHead(out);
            request.copyBody(in, toServer);
            answer = HttpMessage.read(server.in());
        }
        if (answer.isEmpty()) {
            return false;
        }
        answer.get().writeHead(out);
        if (answer.get().hasBody(request)) {
            answer.get().copyBody(server.in(), out);
        }
        return !answer.get().isLast();
    }
}
