package io.duckboard.testing.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Passes requests on to moto's S3, signed in a header with the keys of their senders. When policies are enforced, moto
 * fails on a signature in the address, such as a link's.
 */
public final class SignedAnew implements AutoCloseable {

    private static final Pattern KEY_ID = Pattern.compile("Credential=([^/%]+)");
    private static final Set<String> PASSED_ON = Set.of("range", "if-match", "if-none-match", "content-type");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI moto;
    private final Map<String, String> secrets;

    private SignedAnew(HttpServer server, URI moto, Map<String, String> secrets) {
        this.server = server;
        this.moto = moto;
        this.secrets = Map.copyOf(secrets);
    }

    /** @param secrets by key id */
    public static SignedAnew before(MotoServer moto, Map<String, String> secrets) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var signing = new SignedAnew(server, moto.endpoint(), secrets);
        server.createContext("/", signing::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return signing;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = client.send(signed(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!Set.of("content-length", "connection", "transfer-encoding").contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) {
                answer.headers()
                        .firstValue("content-length")
                        .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
            }
            exchange.sendResponseHeaders(
                    answer.statusCode(), head || answer.body().length == 0 ? -1 : answer.body().length);
            if (!head) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest signed(HttpExchange exchange, byte[] body) {
        String sent =
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().get("Authorization");
        Matcher keyId = KEY_ID.matcher(sent);
        if (!keyId.find()) {
            throw new IllegalArgumentException("Nobody signed " + sent);
        }
        String secret = secrets.get(keyId.group(1));
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.valueOf(exchange.getRequestMethod()))
                .uri(moto.resolve(exchange.getRequestURI()));
        unsigned.rawQueryParameters().keySet().stream()
                .filter(name -> name.startsWith("X-Amz-"))
                .toList()
                .forEach(unsigned::removeQueryParameter);
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (PASSED_ON.contains(lower) || lower.equals("x-amz-copy-source")) {
                unsigned.putHeader(lower, values);
            }
        });
        SdkHttpRequest request = AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(AwsCredentialsIdentity.create(keyId.group(1), secret))
                        .request(unsigned.build())
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, MotoServer.REGION)
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false))
                .request();
        HttpRequest.Builder passed = HttpRequest.newBuilder(request.getUri())
                .method(request.method().name(), HttpRequest.BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, values) -> {
            if (!List.of("host", "content-length").contains(name.toLowerCase(Locale.ROOT))) {
                passed.header(name, String.join(",", values));
            }
        });
        return passed.build();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
