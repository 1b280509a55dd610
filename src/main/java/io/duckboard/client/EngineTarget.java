package io.duckboard.client;

import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.local.LocalLambda;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The engine that a terminal command asks while the command runs. This is the deployed function if one is named.
 * Otherwise it is the engine that runs over the same lake on this machine, or else one that the command starts.
 *
 * @param <E> the interface through which the engine is asked
 */
public final class EngineTarget<E> implements AutoCloseable {

    private final E engine;
    private final Closeable end;

    private EngineTarget(E engine, Closeable end) {
        this.engine = engine;
        this.end = end;
    }

    /**
     * Opens an engine for queries.
     *
     * @throws EngineUnavailableException if there is no engine and none can be started
     */
    public static EngineTarget<QueryEngine> open(QuerySettings settings) {
        return chosen(
                settings,
                function -> of(deployed(function, settings)),
                running -> of(LambdaQueryEngine.onThisMachine(
                        running.endpoint(),
                        running.accessKey(),
                        running.secretKey(),
                        DuckboardFunctions.QUERY,
                        settings.queryTimeout())),
                () -> {
                    LocalEngine own = LocalEngine.unannounced(settings);
                    return new EngineTarget<>(own, own::close);
                });
    }

    /**
     * Opens an engine that builds models.
     *
     * @param rise whether an engine that is started may raise the catalog's format
     * @throws EngineUnavailableException if there is no engine and none can be started
     */
    public static EngineTarget<TransformEngine> forTransform(QuerySettings settings, FormatRise rise) {
        return chosen(
                settings,
                function -> of(deployedTransform(function, settings)),
                running -> of(LambdaTransformEngine.of(running)),
                () -> {
                    LocalLambda own = LocalEngine.lambdaForTransform(settings, rise);
                    LambdaTransformEngine engine = LambdaTransformEngine.of(own);
                    return new EngineTarget<>(engine, () -> {
                        engine.close();
                        own.close();
                    });
                });
    }

    private static EngineTarget<QueryEngine> of(LambdaQueryEngine engine) {
        return new EngineTarget<>(engine, engine::close);
    }

    private static EngineTarget<TransformEngine> of(LambdaTransformEngine engine) {
        return new EngineTarget<>(engine, engine::close);
    }

    private static <T> T chosen(
            QuerySettings settings, Function<String, T> deployed, Function<EngineFile, T> running, Own<T> own) {
        if (settings.function().isPresent()) {
            return deployed.apply(settings.function().get());
        }
        try {
            LakeLocation lake = LakeLocation.parse(settings.lake());
            Optional<EngineFile> announced = RunningEngine.in(settings.home())
                    .filter(engine -> engine.lake().equals(lake.toString()));
            return announced.isPresent() ? running.apply(announced.get()) : own.start();
        } catch (IllegalArgumentException e) {
            throw EngineUnavailableException.noLake(e);
        } catch (IOException | FailureException e) {
            throw EngineUnavailableException.cannotWrite(settings.home(), e);
        }
    }

    static LambdaQueryEngine deployed(String function, QuerySettings settings) {
        try {
            return LambdaQueryEngine.onAws(function, settings.controlFunctionOrSibling(), settings.queryTimeout());
        } catch (SdkClientException e) {
            throw EngineUnavailableException.noRegion(function, e);
        }
    }

    static LambdaTransformEngine deployedTransform(String function, QuerySettings settings) {
        try {
            return LambdaTransformEngine.onAws(
                    settings.transformFunctionOrSibling(), settings.controlFunctionOrSibling());
        } catch (SdkClientException e) {
            throw EngineUnavailableException.noRegion(function, e);
        }
    }

    public E engine() {
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

    @FunctionalInterface
    private interface Own<T> {
        T start() throws IOException;
    }
}
