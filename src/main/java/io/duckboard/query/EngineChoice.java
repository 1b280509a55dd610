package io.duckboard.query;

import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.lake.store.LakeFailure;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** The deployed function if one is named, else the engine that runs over the same lake here, else one of one's own. */
final class EngineChoice {

    private EngineChoice() {}

    /** @throws EngineUnavailableException if there is none and none can be started */
    static <T> T of(QuerySettings settings, Function<String, T> deployed, Function<EngineFile, T> running, Own<T> own) {
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
        } catch (IOException | LakeFailure e) {
            throw EngineUnavailableException.cannotWrite(settings.home(), e);
        }
    }

    @FunctionalInterface
    interface Own<T> {
        T start() throws IOException;
    }
}
