package io.duckboard.engine.local;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The worker's side of the Runtime API: a minimal HTTP/1.1 client with one connection.
 *
 * <p>The JDK's clients would take longer to start than everything else that a worker starts, and HttpURLConnection may
 * send a POST twice.
 */
final class RuntimeClient {

    /** Less than the 30 seconds after which a JDK server may close an idle connection. */
    private static final long RECONNECT_AFTER_NANOS = 20_000_000_000L;

    /** An addition to Lambda's API: the worker ends once the server has received this. */
    static final String ENDS = "Duckboard-Ends";

    private static final int BUFFER_BYTES = 16 * 1024;

    private final InetAddress address;
    private final int port;
    private final String host;
    private final String path;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private long lastUsed;

    /** @param api host:port/prefix, as in AWS_LAMBDA_RUNTIME_API */
    RuntimeClient(String api) throws IOException {
        int colon = api.indexOf(':');
        int slash = api.indexOf('/');
        address = InetAddress.getByName(api.substring(0, colon));
        port = Integer.parseInt(api.substring(colon + 1, slash));
        host = api.substring(0, slash);
        path = api.substring(slash).concat("/2018-06-01/runtime/");
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
        lastUsed = System.nanoTime();
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(address, port);
        // An answer larger than the buffer is sent in two packets, and the second must not wait for an acknowledgement.
        connected.setTcpNoDelay(true);
        return connected;
    }

    /** Waits until there is work. */
    Work next() throws IOException {
        head("GET", "invocation/next");
        out.write('\r');
        out.write('\n');
        out.flush();
        return receive();
    }

    void answered(Work work, ByteArrayOutputStream answer) throws IOException {
        head("POST", "invocation/".concat(work.requestId()).concat("/response"));
        body(answer);
    }

    /** Sends the answer and says that this worker takes no more work. */
    void answeredLast(Work work, ByteArrayOutputStream answer) throws IOException {
        head("POST", "invocation/".concat(work.requestId()).concat("/response"));
        ends();
        body(answer);
    }

    /**
     * Sends the error and says that this worker takes no more work.
     *
     * @param error JSON in Lambda's format
     */
    void failed(Work work, byte[] error) throws IOException {
        head("POST", "invocation/".concat(work.requestId()).concat("/error"));
        ends();
        body(buffer(error));
    }

    /** @param error JSON in Lambda's format */
    void initFailed(byte[] error) throws IOException {
        head("POST", "init/error");
        body(buffer(error));
    }

    private static ByteArrayOutputStream buffer(byte[] bytes) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(bytes.length);
        buffer.writeBytes(bytes);
        return buffer;
    }

    private void ends() throws IOException {
        write(ENDS);
        write(": true\r\n");
    }

    /**
     * The server's reply to the answer does not matter here: it has told the caller about any problem with the answer.
     */
    private void body(ByteArrayOutputStream body) throws IOException {
        write("Content-Length: ".concat(Integer.toString(body.size())).concat("\r\n\r\n"));
        body.writeTo(out);
        out.flush();
        receive();
    }

    private void head(String method, String resource) throws IOException {
        if (System.nanoTime() - lastUsed > RECONNECT_AFTER_NANOS) {
            reconnect();
        }
        write(method);
        out.write(' ');
        write(path);
        write(resource);
        write(" HTTP/1.1\r\nHost: ");
        write(host);
        write("\r\n");
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
    }

    private void write(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Work receive() throws IOException {
        String requestId = "";
        String arn = "";
        long deadlineMs = 0;
        int length = 0;
        line(); // the status
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon);
            String value = header.substring(colon + 1).trim();
            if (name.equalsIgnoreCase("Content-Length")) {
                length = Integer.parseInt(value);
            } else if (name.equalsIgnoreCase("Lambda-Runtime-Aws-Request-Id")) {
                requestId = value;
            } else if (name.equalsIgnoreCase("Lambda-Runtime-Deadline-Ms")) {
                deadlineMs = Long.parseLong(value);
            } else if (name.equalsIgnoreCase("Lambda-Runtime-Invoked-Function-Arn")) {
                arn = value;
            }
        }
        byte[] payload = in.readNBytes(length);
        lastUsed = System.nanoTime();
        return new Work(requestId, arn, deadlineMs, payload);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("LocalLambda closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /**
     * One invocation.
     *
     * @param deadlineMs in milliseconds since the epoch
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Work(String requestId, String arn, long deadlineMs, byte[] payload) {}
}
