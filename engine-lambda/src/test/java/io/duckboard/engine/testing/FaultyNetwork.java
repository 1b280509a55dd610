package io.duckboard.engine.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forwards HTTP requests to a server on this machine, records them, and makes selected ones fail. */
public final class FaultyNetwork implements AutoCloseable {

    private static final String SESSION_TOKEN = "x-amz-security-token:";

    private final int upstream;
    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> sessionTokens = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    FaultyNetwork(int upstream) throws IOException {
        this.upstream = upstream;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Each request as {@code METHOD /bucket/key}, in the order of arrival. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The values from the requests that have one, in the order of arrival. */
    public List<String> sessionTokens() {
        return List.copyOf(sessionTokens);
    }

    public void forget() {
        requests.clear();
        sessionTokens.clear();
    }

    /** Makes the first {@code times} requests that contain {@code part} fail. */
    public void spoil(String part, int times, Fault fault) {
        rules.add(new Rule(part, new AtomicInteger(times), fault));
    }

    public void spoilAll(String part, Fault fault) {
        spoil(part, Integer.MAX_VALUE, fault);
    }

    /** Stops making requests fail. */
    public void calm() {
        rules.clear();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            if (closed.getCount() > 0) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            // Otherwise each byte of a head would be a separate system call.
            var sent = new BufferedInputStream(client.getInputStream());
            Optional<String> head = head(sent);
            // The data after a refused request may be its body.
            while (head.isPresent() && head.get().contains(" HTTP/") && answered(client, sent, head.get())) {
                head = head(sent);
            }
        } catch (SocketException e) {
            // A client that hangs up is part of what is tested.
            requests.add("(hung up)");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether the connection can take another request */
    private boolean answered(Socket client, InputStream sent, String head) throws IOException, InterruptedException {
        String request = URLDecoder.decode(
                head.substring(0, head.indexOf(" HTTP/")).replace("+", "%2B"), StandardCharsets.UTF_8);
        requests.add(request);
        head.lines()
                .filter(line -> line.regionMatches(true, 0, SESSION_TOKEN, 0, SESSION_TOKEN.length()))
                .forEach(line ->
                        sessionTokens.add(line.substring(SESSION_TOKEN.length()).strip()));
        return switch (faultFor(request)) {
            case Fault.Refusal refusal -> {
                refuse(client.getOutputStream(), refusal, head.startsWith("HEAD"));
                yield true;
            }
            case Fault.Hang hang -> {
                closed.await();
                yield false;
            }
            case Fault.Reset reset -> {
                pass(client, sent, head, true);
                client.setSoLinger(true, 0);
                yield false;
            }
            case Fault.Meanwhile(Runnable event) -> {
                event.run();
                pass(client, sent, head, false);
                yield false;
            }
        };
    }

    private Fault faultFor(String request) {
        return rules.stream()
                .filter(rule -> request.contains(rule.part()) && rule.left().getAndDecrement() > 0)
                .map(Rule::fault)
                .findFirst()
                .orElse(new Fault.Meanwhile(() -> {}));
    }

    private void pass(Socket client, InputStream sent, String head, boolean half) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            server.setTcpNoDelay(true);
            String single =
                    head.replaceAll("(?i)\r\nconnection:[^\r]*", "").replaceFirst("\r\n", "\r\nConnection: close\r\n");
            server.getOutputStream().write(single.getBytes(StandardCharsets.ISO_8859_1));
            passBody(sent, head, server.getOutputStream());
            byte[] answer = server.getInputStream().readAllBytes();
            client.getOutputStream().write(answer, 0, half ? answer.length - answer.length / 3 : answer.length);
            client.getOutputStream().flush();
        }
    }

    private static void passBody(InputStream sent, String head, OutputStream server) throws IOException {
        Matcher length = LENGTH.matcher(head);
        long left = length.find() ? Long.parseLong(length.group(1)) : 0;
        byte[] bytes = new byte[64 * 1024];
        while (left > 0) {
            int read = sent.read(bytes, 0, (int) Math.min(bytes.length, left));
            if (read < 0) {
                throw new SocketException("The client hung up in its body");
            }
            server.write(bytes, 0, read);
            left -= read;
        }
    }

    private static void refuse(OutputStream client, Fault.Refusal refusal, boolean headOnly) throws IOException {
        String body = "<?xml version=\"1.0\"?><Error><Code>" + refusal.code() + "</Code><Message>No</Message></Error>";
        String header = refusal.header().isEmpty() ? "" : refusal.header() + "\r\n";
        String answer = "HTTP/1.1 " + refusal.status() + " No\r\n" + header + "Content-Type: application/xml\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + (headOnly ? "" : body);
        client.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        client.flush();
    }

    /** The lines of a request up to the empty one. */
    private static Optional<String> head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return Optional.of(head.toString(StandardCharsets.ISO_8859_1));
            }
        }
        return Optional.empty();
    }

    private record Rule(String part, AtomicInteger left, Fault fault) {}
}
