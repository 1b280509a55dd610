package io.duckboard.deploy;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.deploy.stack.StackState;
import io.duckboard.engine.failure.FailureException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many calls of each function may run at once, which limits what can be spent. These calls are reserved for the
 * functions, so no other function of the account can take them away.
 *
 * @param query the calls of the query function; in each number, 0 reserves nothing
 */
record Concurrency(int query, int transform, int control) {

    /** Reserves nothing. */
    static final Concurrency NONE = new Concurrency(0, 0, 0);

    private static final int QUERIES = 20;

    /** The transform's runner asks for this many at once. */
    private static final int NODES = 10;

    private static final int CONTROLS = 5;

    /**
     * <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html">Lambda</a> always leaves
     * this many calls to an account's other functions.
     */
    private static final int LEFT_TO_OTHERS = 100;

    private static final List<String> PARAMETERS =
            List.of("QueryConcurrency", "TransformConcurrency", "ControlConcurrency");

    /**
     * Returns the given concurrency, else that of the last deployment, else what the account allows: new accounts have
     * only ten calls at once in all.
     */
    static Concurrency of(Aws aws, Optional<Integer> said, Optional<StackState> deployed) {
        if (said.isPresent()) {
            return said.get() == 0 ? NONE : checked(aws, said.get(), deployed);
        }
        Optional<Concurrency> before = deployed.map(Concurrency::before);
        if (before.isPresent()) {
            return before.get();
        }
        Concurrency usual = of(QUERIES);
        return reservable(aws, NONE).filter(most -> usual.sum() <= most).isPresent() ? usual : NONE;
    }

    Map<String, String> parameters() {
        return Map.of(
                PARAMETERS.get(0), String.valueOf(query),
                PARAMETERS.get(1), String.valueOf(transform),
                PARAMETERS.get(2), String.valueOf(control));
    }

    private static Concurrency checked(Aws aws, int queries, Optional<StackState> deployed) {
        Concurrency wanted = of(queries);
        Optional<Integer> reservable =
                reservable(aws, deployed.map(Concurrency::before).orElse(NONE));
        if (reservable.filter(most -> wanted.sum() > most).isPresent()) {
            int most = Math.max(0, reservable.get() - NODES - CONTROLS);
            throw new FailureException(
                    "The account's quota in " + aws.region() + " does not allow " + queries
                            + " queries at once to be reserved: " + most + " at most.",
                    most > 0
                            ? "Say --concurrency " + most + ", or ask AWS for a higher quota."
                            : "Say --concurrency 0, or ask AWS for a higher quota of concurrent executions.");
        }
        return wanted;
    }

    private static Concurrency of(int queries) {
        return new Concurrency(queries, NODES, CONTROLS);
    }

    /**
     * Returns nothing if these credentials may not ask. If the concurrency is too high then, CloudFormation reports it.
     */
    private static Optional<Integer> reservable(Aws aws, Concurrency own) {
        try {
            int unreserved = AwsFailures.translating(
                            aws.region(), () -> aws.lambda().getAccountSettings())
                    .accountLimit()
                    .unreservedConcurrentExecutions();
            return Optional.of(unreserved + own.sum() - LEFT_TO_OTHERS);
        } catch (FailureException e) {
            return Optional.empty();
        }
    }

    private int sum() {
        return query + transform + control;
    }

    private static Concurrency before(StackState stack) {
        List<Integer> values = PARAMETERS.stream()
                .map(name -> Integer.valueOf(stack.parameters().getOrDefault(name, "0")))
                .toList();
        return new Concurrency(values.get(0), values.get(1), values.get(2));
    }
}
