package io.duckboard.query;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    @Bean
    QueryEngine queryEngine(QuerySettings settings) throws IOException {
        return settings.function().isPresent()
                ? LambdaQueryEngine.onAws(settings.function().get(), settings.queryTimeout())
                : LocalEngine.start(settings);
    }
}
