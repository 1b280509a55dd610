package io.duckboard.client;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which engine is asked, and over which lake.
 *
 * @param home what Duckboard keeps on this machine
 * @param lake a folder or s3://bucket/prefix; {@code lake} in {@code home} unless something else is said
 * @param workspace where what is made of the lake is written; where absent, see {@link Workspace}
 * @param function the deployed query function; where absent, the engine runs on this machine
 * @param controlFunction the deployed function that takes cancels; where absent, the query function's sibling
 * @param transformFunction the deployed function that builds models; where absent, the query function's sibling
 * @param queryTimeout the function's own limit
 * @param workers queries at once on this machine; where absent, one a core and at least two
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

    /** Around the last {@code -query} of the name: a stack's own name, an alias or an ARN may have others. */
    private static final Pattern QUERY_FUNCTION = Pattern.compile("^((?:.*:function:)?[^:]*)-query([^:]*(?::.*)?)$");

    /** AWS runs as many as its account's limit; here more than twice the workers would only wait. */
    private static final int CALLS_ON_AWS = 10;

    /** How many calls of one caller's the engine does well with. */
    public int callsAtOnce() {
        return function.isPresent() ? CALLS_ON_AWS : 2 * workersOrCores();
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

    /** As {@link #controlFunctionOrSibling}. */
    String transformFunctionOrSibling() {
        return transformFunction.orElseGet(
                () -> function.map(name -> sibling(name, "-transform")).orElse(DuckboardFunctions.TRANSFORM));
    }

    /** {@code duckboard-control} beside {@code duckboard-query}, whatever stands around it in an ARN or alias. */
    String controlFunctionOrSibling() {
        return controlFunction.orElseGet(
                () -> function.map(name -> sibling(name, "-control")).orElse(DuckboardFunctions.CONTROL));
    }

    private static String sibling(String function, String end) {
        return QUERY_FUNCTION.matcher(function).replaceFirst("$1" + end + "$2");
    }
}
