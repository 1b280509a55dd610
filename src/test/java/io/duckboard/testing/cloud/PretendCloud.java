package io.duckboard.testing.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.jr.ob.JSON;

/**
 * An account with one stack, behind the services' own protocols. It covers what moto's server does not: stacks that
 * fail, roll back or are busy, refused requests, and counted calls. A bucket exists only if a test says so.
 */
public final class PretendCloud implements AutoCloseable {

    public static final String ACCOUNT = "123456789012";

    private static final Pattern BUCKET = Pattern.compile("/([^/?]+)(/[^?]+)?");

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    private Optional<Map.Entry<String, Refusal>> once = Optional.empty();
    private final Map<String, Integer> buckets = new HashMap<>();
    private final Map<String, String> lifecycles = new HashMap<>();
    private final Map<String, String> sent = new TreeMap<>();
    private final PretendStack stack = new PretendStack();
    private final Map<String, String> functions = new HashMap<>();
    private List<Map<String, Object>> answeredMetrics = List.of();
    private String logLines = "";
    private int unreserved = 1_000;

    private PretendCloud(HttpServer server) {
        this.server = server;
    }

    public static PretendCloud start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var cloud = new PretendCloud(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", cloud::answer);
        server.start();
        return cloud;
    }

    /** Returns the environment variables that direct every client here. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY",
                "pretended");
    }

    /** Adds a stack in this state. */
    public PretendCloud stack(String state) {
        stack.is(state);
        return this;
    }

    /** Makes the stack one that does not belong to Duckboard. */
    public PretendCloud ofOthers() {
        stack.ofOthers();
        return this;
    }

    /** Gives the stack these parameters, as if from the last deployment. */
    public PretendCloud parameters(Map<String, String> values) {
        stack.parameters(values);
        return this;
    }

    /** Returns the parameters of the last change set. */
    public Map<String, String> sentParameters() {
        return Map.copyOf(sent);
    }

    /** Adds a resource that the stack has made, with its name in AWS. */
    public PretendCloud made(String resource, String type, String inAws) {
        stack.made(resource, type, inAws);
        return this;
    }

    /** Sets what happens after an action such as ExecuteChangeSet or DeleteStack. */
    public PretendCloud when(String action, StackStory story) {
        stack.when(action, story);
        return this;
    }

    /** Refuses an action with these words. */
    public PretendCloud refusing(String action, int httpStatus, String code, String message) {
        refusals.put(action, new Refusal(httpStatus, code, message));
        return this;
    }

    /** Refuses an action once. Both actions may be named: {@code "DescribeStackEvents after ExecuteChangeSet"}. */
    public PretendCloud refusingOnce(String actionAfterAnother, int httpStatus, String code, String message) {
        once = Optional.of(Map.entry(actionAfterAnother, new Refusal(httpStatus, code, message)));
        return this;
    }

    /** Sets the answer to HEAD of a bucket. All others get 404. */
    public PretendCloud bucket(String name, int httpStatus) {
        buckets.put(name, httpStatus);
        return this;
    }

    /** Adds a bucket with rules of these elements. */
    public PretendCloud lifecycle(String bucket, String rules) {
        lifecycles.put(bucket, "<LifecycleConfiguration>" + rules + "</LifecycleConfiguration>");
        return bucket(bucket, 200);
    }

    /** Returns a bucket's rules as they were last set. */
    public String lifecycle(String bucket) {
        return lifecycles.getOrDefault(bucket, "");
    }

    /** Makes change sets come out without a change. */
    public PretendCloud unchanged() {
        stack.unchanged();
        return this;
    }

    /**
     * Makes change sets fail because of a problem with one resource, which CloudFormation finds before it makes any.
     */
    public PretendCloud invalid(String resource, String type, String reason) {
        stack.invalid(resource, type, reason);
        return this;
    }

    /**
     * Sets how many concurrent calls are unreserved: those that may still be reserved, and those that always stay
     * unreserved.
     */
    public PretendCloud unreservedConcurrency(int calls) {
        unreserved = calls;
        return this;
    }

    /** Adds a function's version behind the alias {@code live}. */
    public PretendCloud function(String name, String version, int memory) {
        functions.put(
                name,
                "{\"FunctionName\":\"" + name + "\",\"Version\":\"" + version
                        + "\",\"State\":\"Active\",\"Runtime\":\"java25\",\"MemorySize\":" + memory + "}");
        return this;
    }

    /** Sets what happened to the stack before the test. */
    public PretendCloud events(StackStory story) {
        stack.past(story);
        return this;
    }

    /** Adds a line to the query function's log that looks like an error. */
    public PretendCloud logLine(String text) {
        logLines = JSON.std.asString(Map.of("message", text, "timestamp", 1_790_000_000_000L));
        return this;
    }

    /** Sets the answer of GetMetricData. */
    public PretendCloud metrics(List<Map<String, Object>> results) {
        answeredMetrics = results;
        return this;
    }

    /**
     * Returns the actions that were asked for, oldest first. For S3 these are methods and paths, with {@code
     * ?lifecycle} if that is asked for.
     */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> form = form(exchange, body);
        boolean ofLifecycle = "lifecycle".equals(exchange.getRequestURI().getRawQuery());
        String path = exchange.getRequestURI().getPath() + (ofLifecycle ? "?lifecycle" : "");
        String action = form.getOrDefault("Action", "");
        if (action.isEmpty()) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            action = target != null ? target.replaceFirst(".*\\.", "") : exchange.getRequestMethod() + " " + path;
        }
        asked.add(action);
        if (action.equals("CreateChangeSet")) {
            keepParameters(form);
        }
        Refusal refusal = refusedOnce(action).orElse(refusals.get(action));
        if (refusal != null) {
            send(exchange, refusal.httpStatus(), action.contains(" ") ? refusal.ofStore() : refusal.xml());
            return;
        }
        switch (action) {
            case "GetCallerIdentity" -> xml(exchange, action, "<Account>" + ACCOUNT + "</Account>");
            case "GET /2016-08-19/account-settings" ->
                send(exchange, 200, "{\"AccountLimit\":{\"UnreservedConcurrentExecutions\":" + unreserved + "}}");
            case "POST /service/GraniteServiceVersion20100801/operation/GetMetricData" -> cbor(exchange);
            case "FilterLogEvents" -> send(exchange, 200, "{\"events\":[" + logLines + "]}");
            default -> {
                if (ofLifecycle) {
                    lifecycle(exchange, body);
                } else {
                    stackOrStore(exchange, action, path);
                }
            }
        }
    }

    private void keepParameters(Map<String, String> form) {
        sent.clear();
        form.forEach((name, key) -> {
            if (name.endsWith(".ParameterKey")) {
                sent.put(key, form.getOrDefault(name.replaceFirst("Key$", "Value"), ""));
            }
        });
    }

    private Optional<Refusal> refusedOnce(String action) {
        String[] now = once.map(each -> each.getKey().split(" after ", 2)).orElse(new String[] {"", ""});
        if (!action.equals(now[0]) || !asked.contains(now[1])) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = once.map(Map.Entry::getValue);
        once = Optional.empty();
        return refusal;
    }

    private void stackOrStore(HttpExchange exchange, String action, String path) throws IOException {
        if (action.startsWith("DescribeStack") && !stack.isThere()) {
            send(exchange, 400, new Refusal(400, "ValidationError", "Stack with id duckboard does not exist").xml());
            return;
        }
        Optional<String> result = stack.result(action);
        if (result.isPresent()) {
            xml(exchange, action, result.get());
        } else {
            store(exchange, path);
        }
    }

    private void store(HttpExchange exchange, String path) throws IOException {
        Matcher named = BUCKET.matcher(path);
        if (exchange.getRequestMethod().equals("HEAD") && named.matches()) {
            send(exchange, named.group(2) == null ? buckets.getOrDefault(named.group(1), 404) : 404, "");
        } else if (function(path).isPresent()) {
            send(exchange, 200, function(path).get());
        } else if (path.startsWith("/2015-03-31/functions")) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", "ResourceNotFoundException");
            send(exchange, 404, "{\"Message\":\"Function not found\"}");
        } else {
            if (exchange.getRequestMethod().equals("PUT") && named.matches() && named.group(2) == null) {
                buckets.put(named.group(1), 200);
            }
            send(exchange, 200, "");
        }
    }

    private void lifecycle(HttpExchange exchange, byte[] rules) {
        String bucket = exchange.getRequestURI().getPath().substring(1);
        if (exchange.getRequestMethod().equals("PUT")) {
            lifecycles.put(bucket, new String(rules, StandardCharsets.UTF_8));
            send(exchange, 200, "");
        } else if (lifecycles.containsKey(bucket)) {
            send(exchange, 200, lifecycle(bucket));
        } else {
            send(exchange, 404, new Refusal(404, "NoSuchLifecycleConfiguration", "There are no rules").ofStore());
        }
    }

    private Optional<String> function(String path) {
        return functions.entrySet().stream()
                .filter(each -> path.contains("/functions/" + each.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void cbor(HttpExchange exchange) throws IOException {
        byte[] body = new CBORMapper().writeValueAsBytes(Map.of("MetricDataResults", answeredMetrics));
        exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
        exchange.getResponseHeaders().add("Content-Type", "application/cbor");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(HttpExchange exchange, byte[] bytes) {
        String body = new String(bytes, StandardCharsets.ISO_8859_1);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return Map.of();
        }
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (one, _) -> one));
    }

    private static void xml(HttpExchange exchange, String action, String result) throws IOException {
        send(
                exchange,
                200,
                "<" + action + "Response><" + action + "Result>" + result + "</" + action + "Result></" + action
                        + "Response>");
    }

    private static void send(HttpExchange exchange, int httpStatus, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(httpStatus, isHead || bytes.length == 0 ? -1 : bytes.length);
            if (!isHead && bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Refusal(int httpStatus, String code, String message) {

        String ofStore() {
            return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
        }

        String xml() {
            return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                    + "</Message></Error></ErrorResponse>";
        }
    }
}
