package io.duckboard.engine.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.duckboard.engine.protocol.CallerId;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Implements Lambda's <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>. */
final class InvokeApi implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(InvokeApi.class.getName());
    private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/(?<function>.+)/invocations");

    /** A name, a partial ARN or a full ARN, with or without a qualifier. */
    private static final Pattern FUNCTION = Pattern.compile(
            "(?:(?:arn:aws[\\w-]*:lambda:[\\w-]+:)?(?:\\d{12}:)?function:)?(?<name>[\\w-]+)(?::(?<qualifier>[$\\w-]+))?");

    /** The region and account that AWS's own Runtime Interface Emulator uses. */
    private static final String ARN = "arn:aws:lambda:us-east-1:012345678912:function:";

    /**
     * The most that is read and discarded before a refusal. A client that is still writing would see a reset instead of
     * the reason.
     */
    private static final long MAX_DRAIN = 64L * 1024 * 1024;

    private final ServedHosts hosts;
    private final SignatureCheck signatures;
    private final Map<String, LocalFunction> functions;
    private final UnderWay calls;

    /** They take no time, and cancel what does. */
    private final List<LocalFunction> brief;

    InvokeApi(String boundHost, SignatureCheck signatures, Map<String, LocalFunction> functions, UnderWay calls)
            throws UnknownHostException {
        this.hosts = new ServedHosts(boundHost);
        this.signatures = signatures;
        this.functions = functions;
        this.calls = calls;
        this.brief =
                functions.values().stream().filter(InProcess.class::isInstance).toList();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!calls.begin()) {
            answer(exchange, brief);
            return;
        }
        try {
            answer(exchange, functions.values());
        } finally {
            // Not before the answer is written: nobody waits for what is not under way.
            calls.end();
        }
    }

    /** @param open the functions that may be called */
    private void answer(HttpExchange exchange, Collection<LocalFunction> open) throws IOException {
        try (exchange) {
            String requestId = UUID.randomUUID().toString();
            InvokeReply reply = reply(exchange, requestId, open);
            drain(exchange.getRequestBody());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            HttpEndpoint.respond(exchange, reply.status(), reply.body().bytes());
        }
    }

    private InvokeReply reply(HttpExchange exchange, String requestId, Collection<LocalFunction> open)
            throws IOException {
        try {
            return admitted(exchange, requestId, open);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return InvokeReply.of(InvokeError.CLOSING);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Invocation " + requestId + " failed inside LocalLambda", e);
            return InvokeReply.of(InvokeError.INTERNAL);
        }
    }

    private InvokeReply admitted(HttpExchange exchange, String requestId, Collection<LocalFunction> open)
            throws IOException, InterruptedException {
        Headers headers = exchange.getRequestHeaders();
        if (!hosts.serve(headers.getFirst("Host"))) {
            return InvokeReply.of(InvokeError.FORBIDDEN_HOST);
        }
        Optional<InvokeError> stranger = signatures.refusal(headers);
        if (stranger.isPresent()) {
            return InvokeReply.of(stranger.get());
        }
        byte[] body = exchange.getRequestBody().readNBytes(Payload.MAX_REQUEST + 1);
        if (body.length > Payload.MAX_REQUEST) {
            return InvokeReply.of(InvokeError.REQUEST_TOO_LARGE);
        }
        var payload = new Payload(body);
        Optional<InvokeError> forged = signatures.refusal(
                new CanonicalRequest(exchange.getRequestMethod(), exchange.getRequestURI(), headers, payload));
        return forged.isPresent() ? InvokeReply.of(forged.get()) : invoke(exchange, requestId, payload, open);
    }

    private InvokeReply invoke(HttpExchange exchange, String requestId, Payload payload, Collection<LocalFunction> open)
            throws InterruptedException {
        Headers headers = exchange.getRequestHeaders();
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!exchange.getRequestMethod().equals("POST") || !path.matches()) {
            return InvokeReply.of(InvokeError.UNKNOWN_PATH);
        }
        Matcher name = FUNCTION.matcher(path.group("function"));
        LocalFunction function = name.matches() ? functions.get(name.group("name")) : null;
        if (function == null) {
            return InvokeReply.of(InvokeError.UNKNOWN_FUNCTION);
        }
        if (!open.contains(function)) {
            return InvokeReply.of(InvokeError.CLOSING);
        }
        String type = headers.getFirst("X-Amz-Invocation-Type");
        if ("DryRun".equals(type)) {
            return InvokeReply.dryRun();
        }
        if (type != null && !type.equals("RequestResponse")) {
            return InvokeReply.of(InvokeError.UNSUPPORTED_TYPE);
        }
        String qualifier = name.group("qualifier");
        String arn = ARN + name.group("name") + (qualifier == null ? "" : ":" + qualifier);
        CallerId caller = CallerId.in(headers.getFirst("X-Amz-Client-Context"));
        return InvokeReply.of(function.invoke(new InvokeRequest(requestId, arn, caller, payload)), requestId);
    }

    private static void drain(InputStream body) throws IOException {
        byte[] dropped = new byte[8192];
        long total = 0;
        for (int read = 0; read >= 0 && total < MAX_DRAIN; read = body.read(dropped)) {
            total += read;
        }
    }
}
