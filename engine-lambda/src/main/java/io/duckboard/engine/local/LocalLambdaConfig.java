package io.duckboard.engine.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What LocalLambda offers, and where.
 *
 * @param functions with different names
 * @param host name or address to listen on
 * @param port 0 for a free one
 * @param queueTime how long a call waits for a free worker before it is answered 429
 * @param results the whole answers that anyone with a link may download
 */
public record LocalLambdaConfig(
        List<FunctionDefinition> functions,
        String host,
        int port,
        Duration queueTime,
        Optional<ServedResults> results) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final Duration DEFAULT_QUEUE_TIME = Duration.ofSeconds(10);

    public LocalLambdaConfig {
        functions = List.copyOf(functions);
        long names = functions.stream().map(FunctionDefinition::name).distinct().count();
        if (names < functions.size()) {
            throw new IllegalArgumentException("Two functions have the same name: "
                    + functions.stream().map(FunctionDefinition::name).toList());
        }
        if (queueTime.isNegative()) {
            throw new IllegalArgumentException("queueTime is negative: " + queueTime);
        }
    }

    /** On loopback, on a free port. */
    public static LocalLambdaConfig of(FunctionDefinition... functions) {
        return new LocalLambdaConfig(List.of(functions), LOOPBACK, 0, DEFAULT_QUEUE_TIME, Optional.empty());
    }

    public LocalLambdaConfig host(String name) {
        return new LocalLambdaConfig(functions, name, port, queueTime, results);
    }

    public LocalLambdaConfig port(int number) {
        return new LocalLambdaConfig(functions, host, number, queueTime, results);
    }

    public LocalLambdaConfig queueTime(Duration longest) {
        return new LocalLambdaConfig(functions, host, port, longest, results);
    }

    public LocalLambdaConfig results(ServedResults served) {
        return new LocalLambdaConfig(functions, host, port, queueTime, Optional.of(served));
    }
}
