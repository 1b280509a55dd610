package io.duckboard.engine.transform;

import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformRequest;
import java.time.Clock;
import java.time.Duration;

/** Carries out the requests to {@code duckboard-transform}, for one lake. */
public final class Transform {

    private final ModelStore store;
    private final FormatCheck format;
    private final Clock clock;

    public Transform(ModelStore store, FormatRise rise, Clock clock) {
        this.store = store;
        this.format = new FormatCheck(store, rise);
        this.clock = clock;
    }

    /** A failure is a normal answer. */
    public TransformAnswer answer(TransformRequest request, LakeEngine engine) {
        long start = System.nanoTime();
        try {
            if (isToPublish(request)) {
                format.before(engine);
            }
            return switch (request) {
                case TransformRequest.Materialize(var run, var model, var built) ->
                    new TransformAnswer.Built(new ModelBuild(store, engine, run).of(model, built), since(start));
                case TransformRequest.Check(var run, var test, var built) ->
                    new TransformAnswer.Tested(new DataTest(engine).of(test, built), since(start));
                case TransformRequest.Publish(var run, var begunAt, var built) ->
                    new Publication(store, engine, run, clock).of(begunAt, built);
                case TransformRequest.Run(var run, var plan) -> new PlanRun(store, engine, run, clock).of(plan);
                case TransformRequest.Parse(var sql) -> new TransformAnswer.Parsed(engine.tree(sql));
            };
        } catch (FailedException e) {
            return new TransformAnswer.Failed(e.problem());
        } catch (LakeException e) {
            return new TransformAnswer.Failed(e.problem());
        }
    }

    /** Whether the request publishes, or builds what is to be published. */
    private static boolean isToPublish(TransformRequest request) {
        return switch (request) {
            case TransformRequest.Materialize _, TransformRequest.Publish _, TransformRequest.Run _ -> true;
            case TransformRequest.Check _, TransformRequest.Parse _ -> false;
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
