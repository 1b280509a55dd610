package io.duckboard.client;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.local.DuckboardFunctions;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;

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

    /** Made when it is first used: who only looks needs none. */
    @Bean
    @Lazy
    TransformEngine transformEngine(QuerySettings settings, QueryEngine engine) {
        return engine instanceof LocalEngine local
                ? local.transform()
                : EngineTarget.deployedTransform(settings.function().orElse(DuckboardFunctions.QUERY), settings);
    }

    private static QueryEngine local(QuerySettings settings) {
        try {
            return LocalEngine.start(settings);
        } catch (IllegalArgumentException e) {
            throw EngineUnavailableException.noLake(e);
        } catch (IOException | FailureException e) {
            throw EngineUnavailableException.cannotWrite(settings.home(), e);
        }
    }
}
