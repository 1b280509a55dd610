package io.duckboard.client;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says which engine is asked, and over which lake.
 *
 * @param home the folder of Duckboard's own data on this machine
 * @param lake a folder or s3://bucket/prefix; by default {@code lake} in {@code home}
 * @param workspace where data derived from the lake is written; if absent, see {@link Workspace}
 * @param function the deployed query function; if absent, the engine runs on this machine
 * @param controlFunction the deployed function that takes cancels; if absent, the query function's sibling
 * @param transformFunction the deployed function that builds models; if absent, the query function's sibling
 * @param queryTimeout the function's own limit
 * @param workers the number of queries at once on this machine; if absent, one for each core and at least two. Beside a
 *     function it is the number of workers of an engine on another machine; if absent, the function is AWS's
 */
@ConfigurationProperties("duckboard")
public record QuerySettings(
        Path home,
        String lake,
        Optional<String> workspace,
        Optional<String> function,
        Optional<String> controlFunction,
        Optional<String> transformFunction,
        @DefaultValue("60s") Duration queryTimeout,
        Optional<Integer> workers) {

    /** Matches the last {@code -query} of the name: the stack's own name, an alias or an ARN may contain others. */
    private static final Pattern QUERY_FUNCTION = Pattern.compile("^((?:.*:function:)?[^:]*)-query([^:]*(?::.*)?)$");

    /**
     * AWS runs as many calls as its account's limit allows. Here, more than twice as many calls as workers would only
     * wait.
     */
    private static final int CALLS_ON_AWS = 10;

    /** Returns how many calls one caller should make at once. */
    public int callsAtOnce() {
        return isOnAws() ? CALLS_ON_AWS : 2 * workersOrCores();
    }

    /** Returns how many workers all calls share; empty if each call has cores of its own, as on AWS. */
    public OptionalInt sharedWorkers() {
        return isOnAws() ? OptionalInt.empty() : OptionalInt.of(workersOrCores());
    }

    private boolean isOnAws() {
        return function.isPresent() && workers.isEmpty();
    }

    int workersOrCores() {
        return workers.orElseGet(() -> Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    LakeLocation workspaceOf(LakeLocation location) {
        return workspace
                .filter(named -> !named.isBlank())
                .map(LakeLocation::parse)
                .orElseGet(() -> Workspace.of(location, home, System.getenv()));
    }

    /** Works like {@link #controlFunctionOrSibling}. */
    String transformFunctionOrSibling() {
        return transformFunction.orElseGet(
                () -> function.map(name -> sibling(name, "-transform")).orElse(DuckboardFunctions.TRANSFORM));
    }

    /**
     * Returns {@code duckboard-control} for {@code duckboard-query}, and keeps what surrounds the name in an ARN or
     * alias.
     */
    String controlFunctionOrSibling() {
        return controlFunction.orElseGet(
                () -> function.map(name -> sibling(name, "-control")).orElse(DuckboardFunctions.CONTROL));
    }

    private static String sibling(String function, String end) {
        return QUERY_FUNCTION.matcher(function).replaceFirst("$1" + end + "$2");
    }
}
