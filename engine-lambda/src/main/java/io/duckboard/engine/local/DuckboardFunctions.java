package io.duckboard.engine.local;

import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.lake.LinkSignature;
import io.duckboard.engine.lambda.ControlHandler;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.lambda.TransformHandler;
import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Duckboard's functions as LocalLambda offers them, under the same names as on AWS. The query function answers the names
 * of {@link FunctionAliases} too.
 */
public final class DuckboardFunctions {

    public static final String QUERY = "duckboard-query";
    public static final String TRANSFORM = "duckboard-transform";
    public static final String CONTROL = "duckboard-control";

    /** The longest time that Lambda allows a function. */
    public static final Duration TRANSFORM_TIMEOUT = Duration.ofMinutes(15);

    private static final int LINK_SECRET_BYTES = 32;

    /** Most projects have models that can be built at the same time, and a worker takes as long to start as a model. */
    private static final int WARM_FOR_TRANSFORM = 2;

    private DuckboardFunctions() {}

    /**
     * For a lake that can be written, on loopback and a free port. Links to whole answers in a folder expire with the
     * LocalLambda.
     *
     * @param workers the most queries of one caller at once; one worker is warm from the start
     */
    public static LocalLambdaConfig over(LakeLocation lake, int workers) {
        return over(lake, lake, workers, Optional.empty());
    }

    /**
     * @param workspace where answers and cancels are written; see {@link Workspace}
     * @param home where it is remembered what was found in a lake without a catalog; empty if that is not remembered
     */
    public static LocalLambdaConfig over(LakeLocation lake, LakeLocation workspace, int workers, Optional<Path> home) {
        return over(lake, workspace, workers, home, QUERY, FormatRise.of(System.getenv()));
    }

    /** The same, but transform workers are warm from the start and no query worker is. */
    public static LocalLambdaConfig forTransform(
            LakeLocation lake, LakeLocation workspace, int workers, FormatRise rise) {
        return over(lake, workspace, workers, Optional.empty(), TRANSFORM, rise);
    }

    private static LocalLambdaConfig over(
            LakeLocation lake, LakeLocation workspace, int workers, Optional<Path> home, String warm, FormatRise rise) {
        Map<String, String> places =
                Map.of("DUCKBOARD_LAKE", lake.toString(), Workspace.VARIABLE, workspace.toString());
        var environment = new HashMap<>(System.getenv());
        environment.putAll(places);
        String secret = Credential.randomHex(LINK_SECRET_BYTES);
        var variables = new HashMap<>(places);
        variables.put("DUCKBOARD_LINK_SECRET", secret);
        home.ifPresent(folder -> variables.put(
                "DUCKBOARD_DISCOVERED", folder.resolve("discovered").toString()));
        variables.put(FormatRise.VARIABLE, Boolean.toString(rise == FormatRise.ALLOWED));
        Map<String, String> aliases = FunctionAliases.of(System.getenv(), Set.of(TRANSFORM, CONTROL)).stream()
                .filter(alias -> !alias.equals(QUERY))
                .collect(Collectors.toMap(alias -> alias, _ -> QUERY));
        var functions = LocalLambdaConfig.of(
                        WorkerFunction.of(QUERY, QueryHandler.class.getName())
                                .workers(workers, warm.equals(QUERY) ? 1 : 0)
                                .environment(variables),
                        WorkerFunction.of(TRANSFORM, TransformHandler.class.getName())
                                .timeout(TRANSFORM_TIMEOUT)
                                .workers(workers, warm.equals(TRANSFORM) ? Math.min(WARM_FOR_TRANSFORM, workers) : 0)
                                .environment(variables),
                        InProcessFunction.of(CONTROL, new ControlHandler(environment)))
                .aliases(aliases);
        return switch (workspace) {
            case LakeLocation.Folder folder -> functions.results(new ServedResults(folder, new LinkSignature(secret)));
            case LakeLocation.Bucket bucket -> functions;
        };
    }
}
