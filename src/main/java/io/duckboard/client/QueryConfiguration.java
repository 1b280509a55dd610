package io.duckboard.client;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.trace.Traces;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
class QueryConfiguration {

    /** The process that holds the home's database holds the home, so no other process may announce an engine there. */
    @Bean
    @DependsOn("homeDatabase")
    QueryEngine queryEngine(QuerySettings settings, Traces traces) {
        return settings.function()
                .<QueryEngine>map(function -> EngineTarget.deployed(function, settings)
                        .holdingAnswers()
                        .traced(traces))
                .orElseGet(() -> local(settings).traced(traces));
    }

    /** The engine is created when it is first used, since users who only look at data do not need it. */
    @Bean
    @Lazy
    TransformEngine transformEngine(QuerySettings settings, QueryEngine engine) {
        return engine instanceof LocalEngine local
                ? local.transform()
                : EngineTarget.deployedTransform(settings.function().orElse(DuckboardFunctions.QUERY), settings);
    }

    private static LocalEngine local(QuerySettings settings) {
        try {
            return LocalEngine.start(settings).holdingAnswers();
        } catch (IllegalArgumentException e) {
            throw EngineUnavailableException.noLake(e);
        } catch (IOException | FailureException e) {
            throw EngineUnavailableException.cannotWrite(settings.home(), e);
        }
    }
}
