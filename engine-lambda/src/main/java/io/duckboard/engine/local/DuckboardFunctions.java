package io.duckboard.engine.local;

import io.duckboard.engine.lambda.ControlHandler;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.protocol.LakeLocation;
import java.util.HashMap;
import java.util.Map;

/** Duckboard's functions as LocalLambda offers them, under the names they have on AWS. */
public final class DuckboardFunctions {

    public static final String QUERY = "duckboard-query";
    public static final String CONTROL = "duckboard-control";

    private DuckboardFunctions() {}

    /**
     * Over one lake, on loopback and a free port.
     *
     * @param workers queries at once, at most; one worker is warm from the start
     */
    public static LocalLambdaConfig over(LakeLocation lake, int workers) {
        var environment = new HashMap<>(System.getenv());
        environment.put("DUCKBOARD_LAKE", lake.toString());
        return LocalLambdaConfig.of(
                WorkerFunction.of(QUERY, QueryHandler.class.getName())
                        .workers(workers, 1)
                        .environment(Map.of("DUCKBOARD_LAKE", lake.toString())),
                InProcessFunction.of(CONTROL, new ControlHandler(environment)));
    }
}
