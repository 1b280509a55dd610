package io.duckboard.testing.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** Moto's server as a stand-in for AWS. DUCKBOARD_CLOUD_TOOLS names the Python that has it. */
public final class MotoServer implements AutoCloseable {

    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "123456789012";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI endpoint;
    private final Path log;
    private final Process process;

    private MotoServer(int port, Path log, Process process) {
        this.endpoint = URI.create("http://127.0.0.1:" + port);
        this.log = log;
        this.process = process;
    }

    /**
     * Returns once the server answers. Fails with a reason if the tools are missing: tests that need them are never
     * skipped.
     */
    public static MotoServer start() {
        String python = System.getenv("DUCKBOARD_CLOUD_TOOLS");
        if (python == null) {
            throw new AssertionError(
                    "DUCKBOARD_CLOUD_TOOLS is not set: build/find-cloud-tools prints what it is to be");
        }
        try {
            int port = freePort();
            Path log = Files.createTempFile("moto", ".log");
            Process process = new ProcessBuilder(
                            python, "-m", "moto.server", "-H", "127.0.0.1", "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var server = new MotoServer(port, log, process);
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Returns the environment that directs an SDK or an engine to this server. */
    public Map<String, String> environment() {
        return environment("test", "test");
    }

    /** Returns the same environment with these keys. */
    public Map<String, String> environment(String keyId, String secret) {
        return Map.of(
                "AWS_ENDPOINT_URL",
                endpoint.toString(),
                "AWS_REGION",
                REGION,
                "AWS_ACCESS_KEY_ID",
                keyId,
                "AWS_SECRET_ACCESS_KEY",
                secret);
    }

    /** Drops everything in all accounts. */
    public void reset() {
        post("/moto-api/reset", "");
    }

    /**
     * Forbids everything that no policy allows, from now on. Moto checks the actions and resources of policies only.
     */
    public void enforcePolicies() {
        post("/moto-api/reset-auth", "0");
    }

    /** Creates a user who may do what a policy allows. */
    public AwsBasicCredentials user(String name, String policy) {
        iam("CreateUser", name, "");
        iam("PutUserPolicy", name, "&PolicyName=work&PolicyDocument=" + URLEncoder.encode(policy, UTF_8));
        String made = iam("CreateAccessKey", name, "");
        return AwsBasicCredentials.create(element(made, "AccessKeyId"), element(made, "SecretAccessKey"));
    }

    private String iam(String action, String user, String more) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/" + REGION + "/iam/aws4_request")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "Action=" + action + "&Version=2010-05-08&UserName=" + user + more))
                .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError("moto answers to " + action + ": " + answer.body());
        }
        return answer.body();
    }

    private static String element(String xml, String name) {
        int start = xml.indexOf("<" + name + ">") + name.length() + 2;
        return xml.substring(start, xml.indexOf("</" + name + ">", start));
    }

    private void post(String path, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(endpoint.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError("moto answers " + answer.statusCode() + " to " + path);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitAnswer() throws IOException {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreException(UncheckedIOException.class)
                    .failFast("moto has ended", () -> !process.isAlive())
                    .until(() -> send(HttpRequest.newBuilder(endpoint.resolve("/moto-api/data.json"))
                                            .build())
                                    .statusCode()
                            == 200);
        } catch (RuntimeException e) {
            String printed = Files.readString(log);
            close();
            throw new AssertionError("moto does not start: " + printed, e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly().onExit().join();
        try {
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
