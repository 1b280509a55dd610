package io.duckboard.engine.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What LocalLambda offers, and where.
 *
 * @param functions with different names
 * @param aliases names of functions by the other names under which they answer too
 * @param host name or address to listen on
 * @param port 0 for a free one
 * @param queueTime how long a call waits for a free worker before it is answered 429
 * @param results the whole answers that anyone with a link may download
 * @param keys what callers sign with; if absent, LocalLambda draws keys of its own
 */
public record LocalLambdaConfig(
        List<FunctionDefinition> functions,
        Map<String, String> aliases,
        String host,
        int port,
        Duration queueTime,
        Optional<ServedResults> results,
        Optional<Credential> keys) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final Duration DEFAULT_QUEUE_TIME = Duration.ofSeconds(10);

    public LocalLambdaConfig {
        functions = List.copyOf(functions);
        aliases = Map.copyOf(aliases);
        List<String> names = functions.stream().map(FunctionDefinition::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("Two functions have the same name: " + names);
        }
        if (!names.containsAll(aliases.values()) || names.stream().anyMatch(aliases::containsKey)) {
            throw new IllegalArgumentException("Not other names of these functions: " + aliases + " of " + names);
        }
        if (queueTime.isNegative()) {
            throw new IllegalArgumentException("queueTime is negative: " + queueTime);
        }
    }

    /** On loopback, on a free port. */
    public static LocalLambdaConfig of(FunctionDefinition... functions) {
        return new LocalLambdaConfig(
                List.of(functions), Map.of(), LOOPBACK, 0, DEFAULT_QUEUE_TIME, Optional.empty(), Optional.empty());
    }

    public LocalLambdaConfig aliases(Map<String, String> names) {
        return new LocalLambdaConfig(functions, names, host, port, queueTime, results, keys);
    }

    public LocalLambdaConfig host(String name) {
        return new LocalLambdaConfig(functions, aliases, name, port, queueTime, results, keys);
    }

    public LocalLambdaConfig port(int number) {
        return new LocalLambdaConfig(functions, aliases, host, number, queueTime, results, keys);
    }

    public LocalLambdaConfig queueTime(Duration longest) {
        return new LocalLambdaConfig(functions, aliases, host, port, longest, results, keys);
    }

    public LocalLambdaConfig results(ServedResults served) {
        return new LocalLambdaConfig(functions, aliases, host, port, queueTime, Optional.of(served), keys);
    }

    public LocalLambdaConfig keys(Credential known) {
        return new LocalLambdaConfig(functions, aliases, host, port, queueTime, results, Optional.of(known));
    }
}
