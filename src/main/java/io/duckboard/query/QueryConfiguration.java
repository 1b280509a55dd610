package io.duckboard.query;

import io.duckboard.lake.store.LakeFailure;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    @Bean
    QueryEngine queryEngine(QuerySettings settings) {
        return settings.function()
                .<QueryEngine>map(function -> EngineTarget.deployed(function, settings))
                .orElseGet(() -> local(settings));
    }

    private static QueryEngine local(QuerySettings settings) {
        try {
            return LocalEngine.start(settings);
        } catch (IllegalArgumentException e) {
            throw EngineUnavailableException.noLake(e);
        } catch (IOException | LakeFailure e) {
            throw EngineUnavailableException.cannotWrite(settings.home(), e);
        }
    }
}
