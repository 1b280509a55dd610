package io.duckboard.query;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What builds models for a terminal command, for as long as the command lives: the deployed function if one is named,
 * else the engine that runs over the same lake on this machine, else one of the command's own.
 */
public final class TransformTarget implements AutoCloseable {

    private final TransformEngine engine;
    private final Closeable end;

    private TransformTarget(TransformEngine engine, Closeable end) {
        this.engine = engine;
        this.end = end;
    }

    private static TransformTarget of(LambdaTransformEngine engine) {
        return new TransformTarget(engine, engine::close);
    }

    private static TransformTarget of(LocalEngine own) {
        LambdaTransformEngine transform = own.transform();
        return new TransformTarget(transform, () -> {
            transform.close();
            own.close();
        });
    }

    /** @throws EngineUnavailableException if there is none and none can be started */
    public static TransformTarget open(QuerySettings settings) {
        return EngineChoice.of(
                settings,
                function -> of(deployed(function, settings)),
                running -> of(LambdaTransformEngine.of(running)),
                () -> of(LocalEngine.forTransform(settings)));
    }

    static LambdaTransformEngine deployed(String function, QuerySettings settings) {
        try {
            return LambdaTransformEngine.onAws(
                    settings.transformFunctionOrSibling(), settings.controlFunctionOrSibling());
        } catch (SdkClientException e) {
            throw EngineUnavailableException.noRegion(function, e);
        }
    }

    public TransformEngine engine() {
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
