package io.duckboard.query;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.exception.SdkClientException;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    @Bean
    QueryEngine queryEngine(QuerySettings settings) {
        return settings.function()
                .<QueryEngine>map(function -> deployed(function, settings))
                .orElseGet(() -> local(settings));
    }

    private static QueryEngine deployed(String function, QuerySettings settings) {
        try {
            return LambdaQueryEngine.onAws(function, settings.controlFunctionOrSibling(), settings.queryTimeout());
        } catch (SdkClientException e) {
            throw new EngineUnavailableException(
                    "The function " + function + " cannot be called without a region: set AWS_REGION or AWS_PROFILE.",
                    e);
        }
    }

    private static QueryEngine local(QuerySettings settings) {
        try {
            return LocalEngine.start(settings);
        } catch (IllegalArgumentException e) {
            throw new EngineUnavailableException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "Nothing can be written in " + settings.home() + " (" + e.getMessage()
                            + "). Make room or give rights there, or name another folder in DUCKBOARD_HOME.",
                    e);
        }
    }
}
