package io.duckboard.cli.transform;

import io.duckboard.client.EngineTarget;
import io.duckboard.client.TransformEngine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** An engine that starts while the project is compiled: both take about as long. */
final class OpeningEngine implements AutoCloseable {

    private final CompletableFuture<EngineTarget<TransformEngine>> opening;

    private OpeningEngine(CompletableFuture<EngineTarget<TransformEngine>> opening) {
        this.opening = opening;
    }

    static OpeningEngine begin(Supplier<EngineTarget<TransformEngine>> open) {
        return new OpeningEngine(CompletableFuture.supplyAsync(
                open,
                task -> Thread.ofPlatform().daemon().name("opening-engine").start(task)));
    }

    /** Waits until it is open; what prevents that is thrown here. */
    TransformEngine engine() throws InterruptedException {
        try {
            return opening.get().engine();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Closes it even if nobody has waited for it. If it could not be opened, there is nothing to close. */
    @Override
    public void close() {
        if (opening.handle((_, failure) -> failure == null).join()) {
            opening.join().close();
        }
    }
}
