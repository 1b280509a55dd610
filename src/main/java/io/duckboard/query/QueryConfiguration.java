package io.duckboard.query;

import io.duckboard.lake.store.LakeFailure;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    /** Who holds the home's database holds the home: nobody else may announce an engine there. */
    @Bean
    @DependsOn("homeDatabase")
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
