package io.duckboard.query;

import io.duckboard.engine.local.DuckboardFunctions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The engine that a terminal command asks, for as long as the command lives: the deployed function if one is named, else
 * the engine that runs over the same lake on this machine, else one of the command's own.
 */
public final class EngineTarget implements AutoCloseable {

    private final QueryEngine engine;
    private final Closeable end;

    private EngineTarget(QueryEngine engine, Closeable end) {
        this.engine = engine;
        this.end = end;
    }

    private static EngineTarget of(LambdaQueryEngine engine) {
        return new EngineTarget(engine, engine::close);
    }

    private static EngineTarget of(LocalEngine engine) {
        return new EngineTarget(engine, engine::close);
    }

    /** @throws EngineUnavailableException if there is none and none can be started */
    public static EngineTarget open(QuerySettings settings) {
        return EngineChoice.of(
                settings,
                function -> of(deployed(function, settings)),
                running -> of(LambdaQueryEngine.onThisMachine(
                        running.endpoint(),
                        running.accessKey(),
                        running.secretKey(),
                        DuckboardFunctions.QUERY,
                        settings.queryTimeout())),
                () -> of(LocalEngine.unannounced(settings)));
    }

    static LambdaQueryEngine deployed(String function, QuerySettings settings) {
        try {
            return LambdaQueryEngine.onAws(function, settings.controlFunctionOrSibling(), settings.queryTimeout());
        } catch (SdkClientException e) {
            throw EngineUnavailableException.noRegion(function, e);
        }
    }

    public QueryEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
