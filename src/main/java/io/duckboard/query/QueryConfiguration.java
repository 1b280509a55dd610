package io.duckboard.query;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    @Bean
    QueryEngine queryEngine(QuerySettings settings) {
        return LambdaQueryEngine.onAws(settings.function(), settings.queryTimeout());
    }
}
